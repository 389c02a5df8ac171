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

    public Task<IResult> DoAsync(CommandId id, Func<Task<ActOutcome>> act, CancellationToken cancellationToken) =>
        DoAsync(id, act, Show, cancellationToken);

    /// <param name="show">How a success is answered, at first and when repeated.</param>
    public async Task<IResult> DoAsync(CommandId id, Func<Task<ActOutcome>> act, Func<ActAnswer, IResult> show, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var outcome = await act();
            if (outcome.Contended)
                continue;
            if (outcome.KeyReused)
                return Problems.KeyReused;
            if (outcome.Moved)
                return await FirstAnswerAsync(id, show, cancellationToken) ?? Problems.VersionMoved;
            if (outcome.First is { } first)
                return show(Read(first));
            if (outcome.Refusal is { } refusal)
                return await FirstAnswerAsync(id, show, cancellationToken) ?? refusal.ToProblem();
            return show(new ActAnswer(outcome.Case, outcome.Act, outcome.Notes));
        }
        return Problems.Busy;
    }

    /// <summary>What was done at the first request no longer may be done at its repeat; it is answered as then all the same.</summary>
    private async Task<IResult?> FirstAnswerAsync(CommandId id, Func<ActAnswer, IResult> show, CancellationToken cancellationToken)
    {
        if (!id.Recorded || await journal.FindCommandAsync(id.Caller, id.Key, cancellationToken) is not { } first)
            return null;
        return first.BodyHash.AsSpan().SequenceEqual(id.BodyHash.AsSpan()) ? show(Read(first)) : Problems.KeyReused;
    }

    private static ActAnswer Read(CommandRecord first) =>
        JsonSerializer.Deserialize(first.Answer.AsSpan(), AnswersJson.Default.ActAnswer)
        ?? throw new InvalidOperationException("A stored answer of an act is empty.");

    private static Answer<ActView> Show(ActAnswer answer) =>
        new(new ActView(answer.Case, answer.Act, answer.Notes.IsDefault ? [] : answer.Notes), WireJson.Answers.ActView);
}
