using System.Collections.Immutable;
using System.Text.Json;
using PetitionMesh.Grains;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Simulation.Engine;
using PetitionMesh.Simulation.Processes;

namespace PetitionMesh.Simulation.People;

/// <summary>
/// A client as the contract wants it: it repeats a command with the same key until it has an answer, at whichever process answers
/// the door. Now and then it sends a command twice, asks for an old answer again, or misuses a key.
/// </summary>
internal sealed class Clerk(string name, World world, LaneTime time, City city, Requests requests, Population people, Book book, Action<ImmutableArray<CaseStanding>> seen)
{
    /// <summary>As the gateway's: longer than a grain call, which is longer than an append.</summary>
    private static readonly TimeSpan HttpTimeout = TimeSpan.FromSeconds(15);

    private readonly List<Request> _sent = [];

    /// <summary>The process it is used to; null for one that goes anywhere.</summary>
    private readonly int? _habit = world.Chance.Odds(0.5) ? world.Chance.Below(2) : null;

    private Chance Chance => world.Chance;

    public async Task WorkAsync(int commands)
    {
        for (var i = 0; i < commands; i++)
        {
            await Task.Delay(Chance.Between(TimeSpan.Zero, TimeSpan.FromMilliseconds(Chance.Pick([0.1, 5, 500]))), time);
            if (Chance.Odds(0.2) && city.AnyReady() is { } process)
                _ = process.Ask(desk => desk.LookUpAsync(Chance.Pick(people.Identified).Key!.Value, seen));
            var request = _sent.Count > 0 && Chance.Odds(0.12) ? Chance.Pick(_sent) : requests.Draw(name);
            if (request is Request.Reception reception && Chance.Odds(0.06))
                await Task.WhenAll(InsistAsync(request), InsistAsync(requests.WithOtherBody(reception)));
            else if (Chance.Odds(0.08))
                await Task.WhenAll(InsistAsync(request), InsistAsync(request));
            else
                await InsistAsync(request);
        }
    }

    /// <summary>Repeats until there is an answer.</summary>
    private async Task InsistAsync(Request request)
    {
        var pause = TimeSpan.FromMilliseconds(50);
        while (true)
        {
            var reply = await SendAsync(AtNow(request));
            switch (reply)
            {
                case Reply.Done done:
                    Learn(request, done);
                    return;
                case Reply.Refused { Refusal: { Code: "which-case" } refusal } when request is Request.Reception reception:
                    await InsistAsync(requests.Naming(reception, Chance.Odds(0.3) ? null : Chance.Pick([.. refusal.Candidates]).Case));
                    return;
                case Reply.Refused or Reply.KeyReused:
                    return;
            }

            await Task.Delay(pause + Chance.Between(TimeSpan.Zero, pause), time);
            pause = pause * 2 < TimeSpan.FromSeconds(2) ? pause * 2 : TimeSpan.FromSeconds(2);
        }
    }

    private async Task<Reply> SendAsync(Request request)
    {
        if ((_habit is { } habit ? city.ReadyFor(habit) : city.AnyReady()) is not { } process)
            return new Reply.NotNow("connection refused");
        world.Note(name, () => $"asks {process.Name}: {request}");
        var sending = book.Send(request);
        var reply = await process.AskAsync(request, time, HttpTimeout);
        world.Note(name, () => $"is told of {request.Id.Key}: {Words(request, reply)}");
        book.Note(sending, reply);
        if (reply is Reply.Unknown unknown)
            city.NoteUnknown(request, unknown);
        return reply;
    }

    private void Learn(Request request, Reply.Done done)
    {
        _sent.Add(request);
        if (request is Request.Reception)
            people.Learn(Book.Read(done.Answer).Case);
        else if (request is Request.Import)
            people.Learn(JsonSerializer.Deserialize(done.Answer.AsSpan(), AnswersJson.Default.ImportOutcome)!.Case);
    }

    /// <summary>The instant of registration is that of each attempt; the body stays.</summary>
    private Request AtNow(Request request) => request switch
    {
        Request.Reception reception => new Request.Reception(reception.Command with { Now = world.Now }),
        Request.Import import => new Request.Import(import.Matter with { Now = world.Now }),
        Request.Identification identification => new Request.Identification(identification.Command with { Now = world.Now }),
        Request.Joining joining => joining with { Command = joining.Command with { Now = world.Now } },
        _ => throw new ArgumentOutOfRangeException(nameof(request)),
    };

    private static string Words(Request request, Reply reply) => reply switch
    {
        Reply.Done done when request is Request.Reception => Book.Read(done.Answer) is var told
            ? $"case {told.Case.Value[..8]} number {told.Number}{(told.First ? " first" : "")} owner {told.Owner?.Leader.Value ?? "nobody"}"
            : "",
        Reply.Done => "done",
        Reply.Refused refused => refused.Refusal.Code,
        Reply.KeyReused => "key reused",
        Reply.NotNow not => $"not now, {not.Why}",
        Reply.Unknown unknown => $"unknown, {unknown.Why}",
        _ => reply.ToString(),
    };
}
