using PetitionMesh.Grains.Cases;

namespace PetitionMesh.Gateway.Imports.Sheets;

/// <summary>
/// What makes rows one matter: the same person with the same lawsuit. A person's rows without a case number are one matter, since nothing in the
/// sheet tells them apart (claims don't: two units word the same matter differently). A row without an identity stands by itself.
/// </summary>
/// <param name="Person">Canonical identity, or null.</param>
/// <param name="Number">The lawsuit, or null.</param>
/// <param name="AloneAt">The row's position where it stands by itself; else 0.</param>
internal readonly record struct MatterKey(string? Person, CaseNumber? Number, int AloneAt)
{
    public static MatterKey Of(UnresolvedRow row) => row.Identity is { } identity
        ? new(identity.Canonical, row.CaseNumber, 0)
        : new(null, row.CaseNumber, row.Row);
}
