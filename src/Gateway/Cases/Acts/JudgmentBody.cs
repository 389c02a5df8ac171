using PetitionMesh.Grains.Cases.Acts;

namespace PetitionMesh.Gateway.Cases.Acts;

/// <summary>One judgment of the original case, for the order of W12.</summary>
internal sealed record JudgmentBody
{
    public string? Instance { get; init; }
    public string? Outcome { get; init; }
    public string? Judge { get; init; }
    public bool? Available { get; init; }
    public bool? Left { get; init; }
    public IReadOnlyList<string>? Panel { get; init; }
    public string? DivisionHead { get; init; }
    public string? DepartmentHead { get; init; }

    public bool IsComplete =>
        !string.IsNullOrWhiteSpace(Judge)
        && ((Instance == VideoOrder.First && Outcome is null) || (Instance == VideoOrder.Second && Outcome is "upheld" or "changed"))
        && (Panel ?? []).All(p => p is not null);

    public IEnumerable<string?> Names => [Judge, DivisionHead, DepartmentHead, .. Panel ?? []];

    public Judgment ToJudgment() => new(
        Instance!, Outcome, Judge!.Trim(), Available ?? true, Left ?? false, [.. (Panel ?? []).Select(p => p.Trim()).Where(p => p.Length > 0)], DivisionHead, DepartmentHead);
}
