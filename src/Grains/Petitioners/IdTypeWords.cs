namespace PetitionMesh.Grains.Petitioners;

/// <summary>The words of <see cref="IdType"/> on the wire and in the canonical text of an identity.</summary>
public static class IdTypeWords
{
    public static string Word(this IdType type) => type switch
    {
        IdType.None => "none",
        IdType.ResidentId => "residentId",
        IdType.Passport => "passport",
        IdType.Military => "military",
        IdType.HkMacaoPermit => "hkMacaoPermit",
        IdType.TaiwanPermit => "taiwanPermit",
        IdType.Other => "other",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Not a kind of document."),
    };

    /// <summary>Reads the wire's word, exactly; false for any other text.</summary>
    public static bool TryParse(string? word, out IdType type)
    {
        foreach (var candidate in Enum.GetValues<IdType>())
        {
            if (candidate.Word() == word)
            {
                type = candidate;
                return true;
            }
        }
        type = IdType.None;
        return false;
    }
}
