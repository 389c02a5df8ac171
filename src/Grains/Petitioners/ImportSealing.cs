using PetitionMesh.Grains.Cases;

namespace PetitionMesh.Grains.Petitioners;

/// <summary>Seals an imported matter with its petitioner's key.</summary>
internal static class ImportSealing
{
    public static CaseImport Seal(ImportMatter matter, DataKey key, CaseId target, Keyring keyring, PetitionerKey? petitioner)
    {
        // The text is bound to the import that brought it, so that a later import of the same case keeps its own.
        var entity = $"{matter.Import}/{target}";
        return new CaseImport(
            matter with { Person = matter.Person with { IdNumber = new Secret(""), Name = null, Phone = null }, Grievance = new Secret("") },
            new Opening(matter.Number, petitioner is { } known ? [known] : [], keyring.QueryCodeHash(keyring.QueryCodeOf(target))),
            key.SealPerson(entity, matter.Person),
            key.Seal(entity, Sealing.GrievanceField, matter.Grievance.Value),
            Slices: [],
            Keys: []);
    }
}
