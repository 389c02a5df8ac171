using PetitionMesh.Gateway.Manner;
using PetitionMesh.Grains;
using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Gateway.Commands;

/// <summary>Has an act of a grain done: asked again while contended, answered as at first when repeated.</summary>
internal sealed class RecordedActs(IJournal journal)
{
    /// <summary>Another silo's activation may be faster; it is asked again with the same command, so nothing doubles.</summary>
    private const int Attempts = 4;

    /// <summary>Asks until nobody was faster, or too often.</summary>
    public static async Task<TOutcome> AskAsync<TOutcome>(Func<Task<TOutcome>> act)
        where TOutcome : class, IActOutcome
    {
        var outcome = await act();
        for (var attempt = 1; attempt < Attempts && outcome.Contended; attempt++)
            outcome = await act();
        return outcome;
    }

    public async Task<Settled<TOutcome>> SettleAsync<TOutcome>(CommandId id, Func<Task<TOutcome>> act, CancellationToken cancellationToken)
        where TOutcome : class, IActOutcome
    {
        var outcome = await AskAsync(act);
        if (outcome.Contended)
            return Settled<TOutcome>.Not(Problems.Busy);
        if (outcome.KeyReused)
            return Settled<TOutcome>.Not(Problems.KeyReused);
        if (outcome.First is { } repeated)
            return Repeated<TOutcome>(id, repeated);
        if (outcome is { Refusal: null, Moved: false })
            return new Settled<TOutcome>(outcome, null, null);

        // What was done at the first request no longer may be done at its repeat, or was done to a version that has moved on.
        if (await FindAsync<TOutcome>(id, cancellationToken) is { } first)
            return first;
        return Settled<TOutcome>.Not(outcome.Moved ? Problems.VersionMoved : outcome.Refusal!.ToProblem());
    }

    /// <summary>What the command was answered at first; null when this is the first time.</summary>
    public async Task<Settled<TOutcome>?> FindAsync<TOutcome>(CommandId id, CancellationToken cancellationToken)
        where TOutcome : class, IActOutcome =>
        id.Recorded && await journal.FindCommandAsync(id.Caller, id.Key, cancellationToken) is { } first
            ? Repeated<TOutcome>(id, first)
            : null;

    /// <summary>An act whose answer the grain writes, so that a repeat is answered byte for byte as the first time.</summary>
    public async Task<IResult> DoAsync(CommandId id, Func<Task<ActReply>> act, CancellationToken cancellationToken) =>
        Show(await SettleAsync(id, act, cancellationToken));

    /// <summary>
    /// An act whose kept answer the caller composes further. Looked for first: a repeat is composed of what was kept, whatever has happened since.
    /// </summary>
    public async Task<(CommandRecord? Kept, Problem? Problem)> KeepAsync(CommandId id, Func<Task<ActReply>> act, CancellationToken cancellationToken)
    {
        var (done, first, problem) = await FindAsync<ActReply>(id, cancellationToken) ?? await SettleAsync(id, act, cancellationToken);
        return (first ?? done?.Answer, problem);
    }

    /// <summary>What cannot be asked now, because the city or a case is no longer as it was, may be the repeat of what could: that is answered as at first.</summary>
    public async Task<IResult> RefuseAsync(CommandId id, Problem problem, CancellationToken cancellationToken) =>
        await FindAsync<ActReply>(id, cancellationToken) is { } first ? Show(first) : problem;

    public static IResult Show(Settled<ActReply> settled)
    {
        if (settled.Problem is { } problem)
            return problem;
        var answer = settled.First ?? settled.Done!.Answer!;
        return new KeptAnswer(answer.Status, answer.Answer);
    }

    private static Settled<TOutcome> Repeated<TOutcome>(CommandId id, CommandRecord first)
        where TOutcome : class, IActOutcome =>
        first.BodyHash.AsSpan().SequenceEqual(id.BodyHash.AsSpan()) ? new(null, first, null) : Settled<TOutcome>.Not(Problems.KeyReused);
}
