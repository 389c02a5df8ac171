using System.Collections.Immutable;
using System.Text.Json;
using Orleans;
using Orleans.Runtime;
using PetitionMesh.Grains;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Petitioners;
using PetitionMesh.Grains.Privacy;
using PetitionMesh.Simulation.People;

namespace PetitionMesh.Simulation.Processes;

/// <summary>Does what the gateway does with a command: asks the grain, asks again when it was beaten, and looks for a first answer where it is refused.</summary>
internal sealed class Desk(IGrainFactory grains, IJournal journal, Keyring keyring, Action<Func<string>> note)
{
    /// <summary>As the gateway: a version conflict is retried inside, three times, with the same command id.</summary>
    private const int Attempts = 4;

    public Task<Reply> HandleAsync(Request request) => TellingAsync(async () =>
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await AskAsync(request) is { } reply)
                return reply is Reply.Refused ? await FirstAnswerAsync(request) ?? reply : reply;
            note(() => $"was beaten: {request.Id.Key}");
        }

        return new Reply.NotNow("contended");
    });

    /// <summary>Where each case of a person stands, as a look-up shows it.</summary>
    public Task<Reply> LookUpAsync(PetitionerKey person, Action<ImmutableArray<CaseStanding>> show) => TellingAsync(async () =>
    {
        show(await grains.GetGrain<IPetitionerGrain>(person.Value).CasesAsync());
        return new Reply.NotNow("looked up");
    });

    /// <summary>What a court's sweeper asks of a case.</summary>
    public Task<Reply> SweepAsync(CaseId id, DateTimeOffset now) => TellingAsync(async () =>
    {
        await grains.GetGrain<ICaseGrain>(id.Value).SweepAsync(now);
        return new Reply.NotNow("swept");
    });

    /// <summary>What fails is told as HTTP would tell it; anything else is a bug and goes on.</summary>
    private static async Task<Reply> TellingAsync(Func<Task<Reply>> work)
    {
        try
        {
            return await work();
        }
        catch (OutcomeUnknownException unknown)
        {
            return new Reply.Unknown(unknown.Message);
        }
        catch (TimeoutException unknown)
        {
            return new Reply.Unknown(unknown.Message);
        }
        catch (Exception certain) when (certain is JournalException or LimitExceededException or SiloUnavailableException)
        {
            return new Reply.NotNow(certain.Message);
        }
    }

    private async Task<Reply?> AskAsync(Request request) => request switch
    {
        Request.Reception reception => ReplyOf(await ReceiveAsync(reception)),
        Request.Import import => ReplyOf(await ImportAsync(import.Matter)),
        Request.Identification { Command: var command } => ReplyOf(await grains.GetGrain<IPetitionerGrain>(command.Person.Key!.Value.Value).IdentifyAsync(command)),
        Request.Joining joining => ReplyOf(await grains.GetGrain<ICaseGrain>(joining.Lower.Value).JoinAsync(joining.Command)),
        Request.Erasure { Person: { } person } erasure => ReplyOf(await grains.GetGrain<IPetitionerGrain>(person.Value).EraseDataAsync(erasure.Command)),
        Request.Erasure erasure => ReplyOf(await grains.GetGrain<ICaseGrain>(erasure.Case!.Value.Value).EraseDataAsync(erasure.Command)),
        Request.Entry entry => ReplyOf(await entry.Tell(grains, entry.Now)),
        Request.Work work => await WorkAsync(work, grains.GetGrain<ICaseGrain>(work.Case.Value)),
        _ => throw new ArgumentOutOfRangeException(nameof(request)),
    };

    private static async Task<Reply?> WorkAsync(Request.Work work, ICaseGrain grain) => work switch
    {
        Request.Act act => ReplyOf(await grain.ActAsync(act.Command)),
        Request.Filing { Command: var filing } => await grain.KeyAsync(filing.Actor, filing.Now) is { } key ? ReplyOf(await grain.FileAsync(filing with { Key = key })) : null,
        Request.OutsideVisitTold told => ReplyOf(await grain.ReportOutsideVisitAsync(told.Command)),
        Request.PetitionersWord word => ReplyOf(await grain.HearPetitionerAsync(word.Command)),
        Request.SummonsAnswer answer => ReplyOf(await grain.AnswerSummonsAsync(answer.Command)),
        Request.Succession succession => ReplyOf(await grain.ChangeHandsAsync(succession.Command)),
        _ => throw new ArgumentOutOfRangeException(nameof(work)),
    };

    private Task<ReceptionOutcome> ReceiveAsync(Request.Reception reception)
    {
        var command = reception.Command;
        return reception.IsUnidentified
            ? AtCaseAsync(command)
            : grains.GetGrain<IPetitionerGrain>(command.Persons.Select(p => p.Key!.Value.Value).Min(StringComparer.Ordinal)!).ReceiveAsync(command, []);
    }

    /// <summary>A repeat is answered as at first, even where the rules would now refuse what they then allowed.</summary>
    private async Task<Reply?> FirstAnswerAsync(Request request)
    {
        if (await journal.FindCommandAsync(request.Id.Caller, request.Id.Key, CancellationToken.None) is not { } first)
            return null;
        return first.BodyHash.AsSpan().SequenceEqual(request.Id.BodyHash.AsSpan()) ? new Reply.Done(first.Answer) : new Reply.KeyReused();
    }

    private Task<ImportOutcome> ImportAsync(ImportMatter matter) => matter.Person.Key is { } petitioner
        ? grains.GetGrain<IPetitionerGrain>(petitioner.Value).ImportAsync(matter)
        : grains.GetGrain<ICaseGrain>(matter.NewCase.Value).ImportAsync(Seal(matter));

    /// <summary>Someone without document: the case stands by itself and has a data key of its own.</summary>
    private CaseImport Seal(ImportMatter matter)
    {
        var id = matter.NewCase;
        var (key, row) = keyring.NewDataKey(StreamId.Of(id).Value);
        return new CaseImport(
            matter with { Grievance = new Secret("") },
            new Opening(matter.Number, [], keyring.QueryCodeHash(keyring.QueryCodeOf(id))),
            key.SealPerson($"{matter.Import}/{id}", matter.Person),
            key.Seal($"{matter.Import}/{id}", Sealing.GrievanceField, matter.Grievance.Value),
            Slices: [],
            Keys: [row]);
    }

    private async Task<ReceptionOutcome> AtCaseAsync(Receive command)
    {
        var outcome = await grains.GetGrain<ICaseGrain>((command.Case.Id ?? command.NewCase).Value).ReceiveUnidentifiedAsync(command);
        while (outcome is ReceptionOutcome.Moved moved)
            outcome = await grains.GetGrain<ICaseGrain>(moved.To.Value).ReceiveUnidentifiedAsync(command);
        return outcome;
    }

    private static Reply? ReplyOf(ActOutcome outcome) =>
        outcome.Refusal is { } refusal ? new Reply.Refused(refusal)
        : outcome.KeyReused ? new Reply.KeyReused()
        : outcome.Contended ? null
        : new Reply.Done(outcome.First?.Answer ?? [.. JsonSerializer.SerializeToUtf8Bytes(new ActAnswer(outcome.Case, outcome.Act, outcome.Notes.IsDefault ? [] : outcome.Notes), AnswersJson.Default.ActAnswer)]);

    private static Reply? ReplyOf(ActReply reply) =>
        reply.Refusal is { } refusal ? new Reply.Refused(refusal)
        : reply.KeyReused ? new Reply.KeyReused()
        : reply.Contended ? null
        : new Reply.Done(reply.Answer!.Answer);

    private static Reply? ReplyOf(ReceptionOutcome outcome) => outcome switch
    {
        ReceptionOutcome.Registered registered => new Reply.Done(
            [.. JsonSerializer.SerializeToUtf8Bytes(registered.Answer, AnswersJson.Default.ReceptionAnswer)]),
        ReceptionOutcome.Repeated repeated => new Reply.Done(repeated.First.Answer),
        ReceptionOutcome.Refused refused => new Reply.Refused(refused.Refusal),
        ReceptionOutcome.KeyReused => new Reply.KeyReused(),
        ReceptionOutcome.Contended => null,
        _ => throw new InvalidOperationException($"{outcome.GetType().Name} must not leave the grains."),
    };

    private static Reply.Done? ReplyOf(ImportOutcome outcome) => outcome.Result is null
        ? null
        : new Reply.Done([.. JsonSerializer.SerializeToUtf8Bytes(outcome with { Written = [] }, AnswersJson.Default.ImportOutcome)]);
}

