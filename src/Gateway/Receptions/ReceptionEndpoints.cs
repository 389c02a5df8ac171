using System.Collections.Immutable;
using System.Text.Json;
using PetitionMesh.Gateway.Auth;
using PetitionMesh.Gateway.Commands;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Gateway.OpenApi;
using PetitionMesh.Gateway.Ownership;
using PetitionMesh.Gateway.ReceptionDays;
using PetitionMesh.Grains;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Privacy;
using PetitionMesh.Grains.Rosters;

namespace PetitionMesh.Gateway.Receptions;

/// <summary><c>POST /api/receptions</c>: registers one contact (W3, W4, W7, W8).</summary>
internal static class ReceptionEndpoints
{
    public static void MapReceptions(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/receptions", RegisterAsync)
            .RequireAuthorization(Policies.Register)
            .Accepts<ReceptionBody>("application/json")
            .Produces<ReceptionView>(StatusCodes.Status201Created)
            .WithSummary("登记接访")
            .Tells(ToldHeader.Location)
            .WithTags("接访与包案");

    private static async Task<IResult> RegisterAsync(
        HttpContext context, ICityDirectory city, Keyring keyring, CommandIds ids, ReceptionDesk desk, CandidateViews candidates, IJournal journal,
        IDutyDirectory duties, KnownKeys known, ReceptionDayDesk appointments, TimeProvider time)
    {
        var actor = context.Actor();
        var body = await JsonBody.ReadAsync(context, WireJson.Bodies.ReceptionBody);
        if (body.Problem is not null)
            return body.Problem;
        if (ids.Read(context.Request, actor, body.Bytes.Span) is not { } id)
            return CommandIds.UnusableKey;
        var reading = new ReceptionReading(city.Current, keyring, duties, time.GetUtcNow());
        if (reading.RosterOf(body.Value) is { } roster)
            await duties.KnowAsync(roster.Court, roster.Day, context.RequestAborted);
        var appointment = body.Value.Appointment is { } number ? await appointments.FindAsync(number) : null;
        var (command, problem) = reading.Read(appointment?.Route(body.Value) ?? body.Value, id, actor);
        if (command is null || (problem = appointment?.ProblemWith(command)) is not null)
            return await FirstAnswerAsync(id, journal, candidates, keyring, actor, context.RequestAborted) ?? problem!;
        switch (await desk.RegisterAsync(command))
        {
            case ReceptionOutcome.Registered registered:
                known.Add(command.Persons);
                if (appointment is not null)
                    await appointments.AttendAsync(appointment, registered.Answer.Reception, command);
                return await AnswerAsync(registered.Answer, candidates, keyring, actor, context.RequestAborted);
            case ReceptionOutcome.Repeated repeated:
                if (appointment is not null)
                    await appointments.AttendAsync(appointment, Read(repeated.First).Reception, command);
                return await AnswerAsync(Read(repeated.First), candidates, keyring, actor, context.RequestAborted);
            case ReceptionOutcome.KeyReused:
                return Problems.KeyReused;
            case ReceptionOutcome.Refused refused:
                return await FirstAnswerAsync(id, journal, candidates, keyring, actor, context.RequestAborted)
                    ?? refused.Refusal.ToProblem(await candidates.ShowAsync(refused.Refusal.Candidates, actor, context.RequestAborted));
            default:
                return Problems.Busy;
        }
    }

    /// <summary>A repeat is answered as at first, even where the rules would now refuse what they then allowed.</summary>
    private static async Task<IResult?> FirstAnswerAsync(
        CommandId id, IJournal journal, CandidateViews candidates, Keyring keyring, Actor actor, CancellationToken cancellationToken)
    {
        if (!id.Recorded || await journal.FindCommandAsync(id.Caller, id.Key, cancellationToken) is not { } first)
            return null;
        return first.BodyHash.AsSpan().SequenceEqual(id.BodyHash.AsSpan())
            ? await AnswerAsync(Read(first), candidates, keyring, actor, cancellationToken)
            : Problems.KeyReused;
    }

    private static async Task<IResult> AnswerAsync(
        ReceptionAnswer answer, CandidateViews candidates, Keyring keyring, Actor actor, CancellationToken cancellationToken)
    {
        var warnings = ImmutableArray.CreateBuilder<WarningView>(answer.Warnings.Length);
        foreach (var warning in answer.Warnings)
            warnings.Add(new WarningView(warning.Code, warning.Message, await candidates.ShowAsync(warning.Candidates, actor, cancellationToken)));
        var view = new ReceptionView(
            answer.Reception,
            answer.Case,
            keyring.QueryCodeOf(answer.Case),
            answer.First,
            answer.Number,
            OwnerView.Of(answer.Owner),
            answer.Summons is { } summons ? new SummonsView(summons.Summons, summons.Leader.Value, "sent") : null,
            warnings.DrainToImmutable());
        return new Answer<ReceptionView>(view, WireJson.Answers.ReceptionView, StatusCodes.Status201Created, location: $"/api/cases/{answer.Case}");
    }

    private static ReceptionAnswer Read(CommandRecord record) =>
        JsonSerializer.Deserialize(record.Answer.AsSpan(), AnswersJson.Default.ReceptionAnswer)
        ?? throw new InvalidOperationException("A stored answer of a reception is empty.");
}
