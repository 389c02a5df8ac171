using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PetitionMesh.Grains.Cases.Acts;

/// <summary>One judgment of the original case, as far as W12 asks.</summary>
/// <param name="Outcome">Of a second instance: upheld or changed; null for a first instance.</param>
/// <param name="Available">The judge can answer.</param>
/// <param name="Left">The judge has left the court.</param>
/// <param name="Panel">Other members of the original panel who can answer.</param>
public sealed record Judgment(
    string Instance, string? Outcome, string Judge, bool Available, bool Left, ImmutableArray<string> Panel, string? DivisionHead, string? DepartmentHead);

/// <summary>Who must answer by video, first to last, and why (W12).</summary>
public sealed record VideoOrder(ImmutableArray<(string Name, string Reason)> Order)
{
    public const string First = "first";
    public const string Second = "second";

    /// <summary>
    /// The judge of the effective judgment; when a second instance upheld, the first-instance judge; when it changed the judgment, its own. If he
    /// cannot: the head of his division or a member of the panel; if he has left: a member of the panel or the head for that kind of case.
    /// </summary>
    public static VideoOrder Of(ImmutableArray<Judgment> judgments)
    {
        var second = judgments.LastOrDefault(j => j.Instance == Second);
        var first = judgments.LastOrDefault(j => j.Instance == First);
        var (answering, why) = second is null ? (first, "一审判决生效，由一审承办法官接访")
            : second.Outcome == "changed" || first is null ? (second, "二审改判，由二审承办法官接访")
            : (first, "二审维持原判，由一审承办法官接访");
        if (answering is null)
            return new VideoOrder([]);
        return new VideoOrder([.. OrderOf(answering, why).Where(o => o.Name.Length > 0).DistinctBy(o => o.Name)]);
    }

    public static ImmutableArray<Judgment> Read(string json) =>
        [.. JsonSerializer.Deserialize(json, JudgmentsJson.Default.ImmutableArrayJudgment).Select(j => j with { Panel = j.Panel.IsDefault ? [] : j.Panel })];

    public static string Write(ImmutableArray<Judgment> judgments) => JsonSerializer.Serialize(judgments, JudgmentsJson.Default.ImmutableArrayJudgment);

    /// <summary>The order as facts of the act, so that it stands on the case as it was worked out.</summary>
    public ImmutableArray<Fact> ToFacts() =>
        [.. Order.Select((o, i) => new Fact(string.Create(CultureInfo.InvariantCulture, $"order{i + 1}"), $"{o.Name}：{o.Reason}"))];

    private static IEnumerable<(string Name, string Reason)> OrderOf(Judgment answering, string why)
    {
        if (answering is { Available: true, Left: false })
            yield return (answering.Judge, why);
        var because = answering.Left ? $"承办法官{answering.Judge}已离任" : $"承办法官{answering.Judge}不能接访";
        if (!answering.Left && answering.DivisionHead is { } head)
            yield return (head, answering.Available ? "承办法官不能到场时，由庭室负责人接访" : $"{because}，由庭室负责人接访");
        foreach (var member in answering.Panel)
            yield return (member, answering is { Available: true, Left: false } ? "承办法官不能到场时，由合议庭成员接访" : $"{because}，由合议庭成员接访");
        if (answering.Left && answering.DepartmentHead is { } department)
            yield return (department, $"{because}，由同类案件部门负责人接访");
    }
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(ImmutableArray<Judgment>))]
internal sealed partial class JudgmentsJson : JsonSerializerContext;
