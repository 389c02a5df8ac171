using System.Text.Json;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Grains;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Gateway.Cases.Acts;

/// <summary>Has an act done and turns its outcome into an answer: retried while contended, answered as at first when repeated.</summary>
internal sealed class CaseActs(IJournal journal)
{
    private const int Attempts = 4;

    public static Problem Unknown { get; } = Problems.NotFound("没有这个信访事项，请核对编号。");

    public async Task<IResult> DoAsync(CommandId id, Func<Task<ActOutcome>> act, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var outcome = await act();
            if (outcome.Contended)
                continue;
            if (outcome.KeyReused)
                return Problems.KeyReused;
            if (outcome.First is { } first)
                return Show(first);
            if (outcome.Refusal is { } refusal)
                return await FirstAnswerAsync(id, cancellationToken) ?? refusal.ToProblem();
            return Show(outcome.Case);
        }
        return Problems.Busy;
    }

    /// <summary>What was done at the first request no longer may be done at its repeat; it is answered as then all the same.</summary>
    private async Task<IResult?> FirstAnswerAsync(CommandId id, CancellationToken cancellationToken)
    {
        if (!id.Recorded || await journal.FindCommandAsync(id.Caller, id.Key, cancellationToken) is not { } first)
            return null;
        return first.BodyHash.AsSpan().SequenceEqual(id.BodyHash.AsSpan()) ? Show(first) : Problems.KeyReused;
    }

    private static Answer<ActView> Show(CommandRecord first)
    {
        var answer = JsonSerializer.Deserialize(first.Answer.AsSpan(), AnswersJson.Default.ActAnswer)
            ?? throw new InvalidOperationException("A stored answer of an act is empty.");
        return Show(answer.Case);
    }

    private static Answer<ActView> Show(CaseId id) => new(new ActView(id), WireJson.Answers.ActView);
}
