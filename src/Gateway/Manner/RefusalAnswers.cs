using System.Collections.Immutable;
using PetitionMesh.Grains;

namespace PetitionMesh.Gateway.Manner;

/// <summary>Turns what a decider refused into its status and document.</summary>
internal static class RefusalAnswers
{
    /// <param name="candidates">The refusal's candidates with their claims opened for someone who may read them.</param>
    public static Problem ToProblem(this Refusal refusal, ImmutableArray<CandidateView> candidates = default)
    {
        var (status, title) = refusal.Kind switch
        {
            RefusalKind.Rule => (422, "请求内容不符合规定"),
            RefusalKind.Conflict => (409, "与当前状态冲突"),
            RefusalKind.Forbidden => (403, "无权办理"),
            RefusalKind.NotFound => (404, "未找到"),
            _ => throw new InvalidOperationException($"No status for a refusal of kind {refusal.Kind}."),
        };
        return new Problem(status, refusal.Code, title, refusal.Detail)
        {
            Rule = refusal.Rule,
            Errors = refusal.Field is { } field ? new Dictionary<string, List<string>> { [field] = [refusal.Detail] } : null,
            Candidates = candidates.IsDefault ? [] : candidates,
        };
    }
}
