using System.Collections.Immutable;
using PetitionMesh.Grains.Cases;

namespace PetitionMesh.Grains;

/// <summary>A rule says no. A value, not an exception: it has a stable code, the rule it stands on and a Chinese sentence that says what to do.</summary>
/// <param name="Code">Stable slug, the last part of the problem's <c>type</c>.</param>
/// <param name="Rule">Rule id as in the domain document (<c>W3</c>), or null.</param>
/// <param name="Field">The field of the request it concerns, camelCase path, or null.</param>
/// <param name="Candidates">For the question "which of these cases?", else empty.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.refusal")]
public sealed record Refusal(
    [property: Id(0)] RefusalKind Kind,
    [property: Id(1)] string Code,
    [property: Id(2)] string? Rule,
    [property: Id(3)] string Detail,
    [property: Id(4)] string? Field,
    [property: Id(5)] ImmutableArray<Candidate> Candidates)
{
    public static Refusal Breaks(string code, string? rule, string detail, string? field = null) =>
        new(RefusalKind.Rule, code, rule, detail, field, []);

    public static Refusal Forbids(string code, string detail) => new(RefusalKind.Forbidden, code, null, detail, null, []);

    public static Refusal Conflicts(string code, string? rule, string detail) => new(RefusalKind.Conflict, code, rule, detail, null, []);

    public static Refusal Unknown(string detail) => new(RefusalKind.NotFound, "not-found", null, detail, null, []);
}

/// <summary>What kind of no it is; the gateway turns it into a status.</summary>
public enum RefusalKind
{
    /// <summary>422: breaks a rule or names something that does not exist.</summary>
    Rule,

    /// <summary>409: the state of the matter does not allow it now.</summary>
    Conflict,

    /// <summary>403: this role or court may not.</summary>
    Forbidden,

    /// <summary>404: unknown, or not yours to know.</summary>
    NotFound,
}
