using System.Collections.Immutable;
using System.Text.Json;
using PetitionMesh.Grains;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Cases.Acts;
using PetitionMesh.Grains.Cases.Papers;
using PetitionMesh.Simulation.Engine;
using PetitionMesh.Simulation.Processes;

namespace PetitionMesh.Simulation.People;

/// <summary>
/// A client as the contract wants it: it repeats a command with the same key until it has an answer, at whichever process answers
/// the door. Now and then it sends a command twice, asks for an old answer again, or misuses a key.
/// </summary>
internal sealed class Clerk(string name, World world, LaneTime time, Calendar calendar, City city, Requests requests, Population people, Book book, Action<ImmutableArray<CaseStanding>> seen)
{
    /// <summary>As the gateway's: longer than a grain call, which is longer than an append.</summary>
    private static readonly TimeSpan HttpTimeout = TimeSpan.FromSeconds(15);

    private readonly List<Request> _sent = [];

    /// <summary>Sweeps that were asked for; they go on beside the clerk's own work.</summary>
    private readonly List<Task> _sweeps = [];

    /// <summary>The process it is used to; null for one that goes anywhere.</summary>
    private readonly int? _habit = world.Chance.Odds(0.5) ? world.Chance.Below(2) : null;

    private Chance Chance => world.Chance;

    public async Task WorkAsync(int commands)
    {
        for (var i = 0; i < commands; i++)
        {
            await Task.Delay(Chance.Between(TimeSpan.Zero, TimeSpan.FromMilliseconds(Chance.Pick([0.1, 5, 500]))), time);
            if (Chance.Odds(0.05))
                Pass();
            if (Chance.Odds(0.1) && people.AnyKnown is { } swept && city.AnyReady() is { } sweeper)
                Sweep(sweeper, swept);
            if (Chance.Odds(0.2) && city.AnyReady() is { } process)
                _ = process.Ask(desk => desk.LookUpAsync(Chance.Pick(people.Identified).Key!.Value, seen));
            var request = _sent.Count > 0 && Chance.Odds(0.12) ? Chance.Pick(_sent) : requests.Draw(name);
            if (request is Request.Reception reception && Chance.Odds(0.06))
                await Task.WhenAll(InsistAsync(request), InsistAsync(requests.WithOtherBody(reception)));
            else if (Chance.Odds(0.08))
                await Task.WhenAll(InsistAsync(request), InsistAsync(request));
            else
                await InsistAsync(request);
            if (request is Request.Entry entry)
            {
                foreach (var more in requests.Registers.DrawMore(name, entry))
                    await Task.WhenAll(InsistAsync(more), Chance.Odds(0.15) ? InsistAsync(more) : Task.CompletedTask);
            }

            if (Chance.Odds(0.06) && people.AnyKnown is { } known)
                await EndAsync(known);
        }

        await Task.WhenAll(_sweeps);
    }

    /// <summary>Time passes, and the courts' sweepers then go over most cases.</summary>
    private void Pass()
    {
        calendar.Leap(TimeSpan.FromDays(Chance.Pick([1, 8, 31, 370])));
        foreach (var known in people.Known.Where(_ => Chance.Odds(0.8)))
        {
            if (city.AnyReady() is { } sweeper)
                Sweep(sweeper, known);
        }
    }

    private void Sweep(SimulatedProcess sweeper, KnownCase known) =>
        _sweeps.Add(sweeper.AskAsync(desk => desk.SweepAsync(known.Id, calendar.Now), time, HttpTimeout));

    /// <summary>Brings a case to its end as people do: papers, report, signatures. Others work on it meanwhile, so any step may be refused.</summary>
    private async Task EndAsync(KnownCase known)
    {
        var terminates = Chance.Odds(0.3);
        foreach (var kind in terminates
            ? new[] { PaperKind.ReviewReport, PaperKind.TerminationDecision, PaperKind.Handover }
            : [PaperKind.ReviewReport, PaperKind.Settlement, PaperKind.ResolutionPlan])
            await InsistAsync(requests.Works.File(name, known, kind));
        var owner = Works.Signers(known).First();
        if (terminates)
        {
            await InsistAsync(requests.Works.Act(name, known, CaseAct.SelfExamine, owner));
            await InsistAsync(requests.Works.Act(name, known, CaseAct.Review, owner));
            await ReportAsync(known, requests.Works.Act(name, known, CaseAct.Terminate, owner));
            if (Chance.Odds(0.5))
                await ReportAsync(known, requests.Works.Act(name, known, CaseAct.HandOver, owner));
        }
        else
            await ReportAsync(known, requests.Works.Act(name, known, CaseAct.Close, owner, ("ground", Chance.Pick(["writtenUndertaking", "oralPromise"]))));
    }

    private async Task ReportAsync(KnownCase known, Request report)
    {
        await InsistAsync(report);
        foreach (var signer in Works.Signers(known))
            await InsistAsync(requests.Works.Act(name, known, CaseAct.Sign, signer));
    }

    /// <summary>Repeats until there is an answer.</summary>
    /// <param name="door">Where it goes first; null for the process it is used to.</param>
    private async Task InsistAsync(Request request, int? door = null)
    {
        var pause = TimeSpan.FromMilliseconds(50);
        while (true)
        {
            var reply = await SendAsync(AtNow(request), door ?? _habit);
            switch (reply)
            {
                case Reply.Done done:
                    Learn(request, done);
                    // Comes back at once, perhaps where nobody has heard of it yet.
                    if (request is Request.Erasure { Person: { } erased } && Chance.Odds(0.7))
                        await InsistAsync(requests.Returning(name, people.Identified.First(p => p.Key == erased)), 1 - _habit);
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

    private async Task<Reply> SendAsync(Request request, int? door)
    {
        if ((door is { } habit ? city.ReadyFor(habit) : city.AnyReady()) is not { } process)
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
            Learn(Book.Read(done.Answer));
        else if (request is Request.Work work)
            Learn(work, people.Learn(work.Case));
        else if (request is Request.Entry entry)
            requests.Registers.Learn(entry);
        else if (request is Request.Import)
            people.Learn(JsonSerializer.Deserialize(done.Answer.AsSpan(), AnswersJson.Default.ImportOutcome)!.Case);
    }

    private void Learn(ReceptionAnswer told)
    {
        var known = people.Learn(told.Case);
        known.Owner = told.Owner?.Leader ?? known.Owner;
        if (told.Summons is { } summons && !known.Summonses.Contains(summons.Summons))
            known.Summonses.Add(summons.Summons);
    }

    private static void Learn(Request.Work work, KnownCase known)
    {
        if (work is Request.Filing filing && !known.Papers.Contains(filing.Command.Paper))
            known.Papers.Add(filing.Command.Paper);
        else if (work is Request.Act { Command: var act } && ActForms.Of(act.Kind).Waits)
            known.Waiting.Add((act.Kind, act.Act));
        else if (work is Request.Succession { Command.Act: HandsAct.Succeed succeeded })
            known.Owner = succeeded.To;
    }

    /// <summary>The instant of registration is that of each attempt; the body stays.</summary>
    private Request AtNow(Request request) => request switch
    {
        Request.Reception reception => new Request.Reception(reception.Command with { Now = calendar.Now }),
        Request.Import import => new Request.Import(import.Matter with { Now = calendar.Now }),
        Request.Identification identification => new Request.Identification(identification.Command with { Now = calendar.Now }),
        Request.Erasure erasure => erasure with { Command = erasure.Command with { Now = calendar.Now } },
        Request.Joining joining => joining with { Command = joining.Command with { Now = calendar.Now } },
        Request.Act act => act with { Command = act.Command with { Now = calendar.Now } },
        Request.Filing filing => filing with { Command = filing.Command with { Now = calendar.Now } },
        Request.OutsideVisitTold told => told with { Command = told.Command with { Now = calendar.Now } },
        Request.PetitionersWord word => word with { Command = word.Command with { Now = calendar.Now } },
        Request.SummonsAnswer answer => answer with { Command = answer.Command with { Now = calendar.Now } },
        Request.Succession succession => succession with { Command = succession.Command with { Now = calendar.Now } },
        Request.Entry entry => entry with { Now = calendar.Now },
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
