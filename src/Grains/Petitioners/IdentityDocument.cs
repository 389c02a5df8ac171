namespace PetitionMesh.Grains.Petitioners;

/// <summary>
/// A document that identifies one person city-wide, in one normal form per kind. Two documents are equal when kind and number are;
/// two kinds of one person are only joined by a recorded act. <see cref="ToString"/> masks: the number is personal data.
/// </summary>
public sealed record IdentityDocument
{
    /// <summary>Longest number that is looked at, in UTF-16 units, spaces included.</summary>
    public const int MaxInputLength = 64;

    private IdentityDocument(IdType type, string number) => (Type, Number) = (type, number);

    public IdType Type { get; }

    /// <summary>Normal form. Personal data: seal it, never log it.</summary>
    public string Number { get; }

    /// <summary>What the keyed hash is taken of, such as <c>residentId:9901…</c>. On disk as its hash: never change it.</summary>
    public string Canonical => $"{Type.Word()}:{Number}";

    /// <summary>Checks and normalises: widths folded, inner spaces out, capitals; then the rules of the kind.</summary>
    /// <param name="type">The kind of document.</param>
    /// <param name="number">The number as written.</param>
    /// <param name="today">The day in the city, for the birth date of a resident number.</param>
    /// <param name="document">The document; null for <see cref="IdType.None"/>, which has none and is no problem.</param>
    /// <param name="problem">Empty on success; else a Chinese sentence that says what to do. Never repeats the number.</param>
    /// <returns>false when the number doesn't fit its kind, or when a number is given for <see cref="IdType.None"/>.</returns>
    public static bool TryCreate(IdType type, string? number, DateOnly today, out IdentityDocument? document, out string problem)
    {
        document = null;
        problem = "";
        if (type == IdType.None)
        {
            problem = string.IsNullOrWhiteSpace(number) ? "" : "证件类型为“无”时不填写证件号码，请选择证件类型或删除号码。";
            return problem.Length == 0;
        }
        if (!TryNormalise(type, number, today, out var normal, out problem))
            return false;
        document = new IdentityDocument(type, normal);
        return true;
    }

    /// <summary>Kind and the last two characters.</summary>
    public override string ToString() => $"{Type.Word()}:****{Number[^2..]}";

    private static bool TryNormalise(IdType type, string? number, DateOnly today, out string normal, out string problem)
    {
        normal = "";
        if (string.IsNullOrWhiteSpace(number))
        {
            problem = "证件号码为空，请填写证件号码。";
            return false;
        }
        if (type == IdType.ResidentId)
        {
            var known = ResidentNumber.TryParse(number, today, out var resident, out problem);
            normal = resident.Value;
            return known;
        }
        if (number.Length > MaxInputLength || !Writing.TryFold(number, out var folded))
        {
            problem = "证件号码过长或含有无法识别的字符，请核对后重新填写。";
            return false;
        }
        normal = IdentityDocumentRules.WithoutIssue(type, folded.ToUpperInvariant());
        problem = IdentityDocumentRules.Problem(type, normal);
        return problem.Length == 0;
    }
}
