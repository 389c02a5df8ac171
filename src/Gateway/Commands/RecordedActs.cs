using PetitionMesh.Gateway.Manner;
using PetitionMesh.Grains;
using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Gateway.Commands;

/// <summary>Has an act done whose answer the grain writes: retried while contended, answered byte for byte as at first when repeated.</summary>
internal sealed class RecordedActs(IJournal journal)
{
    /// <summary>Another silo's activation may be faster; it is asked again with the same command, so nothing doubles.</summary>
    private const int Attempts = 4;

    public async Task<IResult> DoAsync(CommandId id, Func<Task<ActReply>> act, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var reply = await act();
            if (reply.Contended)
                continue;
            if (reply.KeyReused)
                return Problems.KeyReused;
            if (reply.Refusal is { } refusal)
                return await FirstAnswerAsync(id, cancellationToken) ?? refusal.ToProblem();
            return Show(id, reply.Answer!);
        }
        return Problems.Busy;
    }

    /// <summary>What was done at the first request no longer may be done at its repeat; it is answered as then all the same.</summary>
    private async Task<IResult?> FirstAnswerAsync(CommandId id, CancellationToken cancellationToken) =>
        id.Recorded && await journal.FindCommandAsync(id.Caller, id.Key, cancellationToken) is { } first ? Show(id, first) : null;

    private static IResult Show(CommandId id, CommandRecord answer) => answer.BodyHash.AsSpan().SequenceEqual(id.BodyHash.AsSpan())
        ? new KeptAnswer(answer.Status, answer.Answer)
        : Problems.KeyReused;
}
