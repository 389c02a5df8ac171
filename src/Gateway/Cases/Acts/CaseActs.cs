using System.Text.Json;
using PetitionMesh.Gateway.Commands;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Grains;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Gateway.Cases.Acts;

/// <summary>Has an act on a case done and turns its outcome into an answer.</summary>
internal sealed class CaseActs(RecordedActs acts)
{
    public static Problem Unknown { get; } = Problems.NotFound("没有这个信访事项，请核对编号。");

    public Task<IResult> DoAsync(CommandId id, Func<Task<ActOutcome>> act, CancellationToken cancellationToken) =>
        DoAsync(id, act, Show, cancellationToken);

    /// <param name="show">How a success is answered, at first and when repeated.</param>
    public async Task<IResult> DoAsync(CommandId id, Func<Task<ActOutcome>> act, Func<ActAnswer, IResult> show, CancellationToken cancellationToken) =>
        Show(await acts.SettleAsync(id, act, cancellationToken), show);

    /// <summary>The same for an act that writes before the grain is asked: its repeat is answered without doing it again.</summary>
    public async Task<IResult> DoOnceAsync(CommandId id, Func<Task<ActOutcome>> act, Func<ActAnswer, IResult> show, CancellationToken cancellationToken) =>
        Show(await acts.FindAsync<ActOutcome>(id, cancellationToken) ?? await acts.SettleAsync(id, act, cancellationToken), show);

    /// <summary>What the act was answered at first; null when this is the first time. For who would refuse a repeat before its grain is asked.</summary>
    public async Task<IResult?> FindAsync(CommandId id, CancellationToken cancellationToken) =>
        await acts.FindAsync<ActOutcome>(id, cancellationToken) is { } known ? Show(known, Show) : null;

    private static IResult Show(Settled<ActOutcome> settled, Func<ActAnswer, IResult> show)
    {
        var (done, first, problem) = settled;
        return problem ?? show(first is not null ? Read(first) : new ActAnswer(done!.Case, done.Act, done.Notes));
    }

    private static ActAnswer Read(CommandRecord first) =>
        JsonSerializer.Deserialize(first.Answer.AsSpan(), AnswersJson.Default.ActAnswer)
        ?? throw new InvalidOperationException("A stored answer of an act is empty.");

    private static Answer<ActView> Show(ActAnswer answer) =>
        new(new ActView(answer.Case, answer.Act, answer.Notes.IsDefault ? [] : answer.Notes), WireJson.Answers.ActView);
}
