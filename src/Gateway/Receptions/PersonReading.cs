using PetitionMesh.Gateway.Manner;
using PetitionMesh.Grains.Petitioners;
using PetitionMesh.Grains.Privacy;

namespace PetitionMesh.Gateway.Receptions;

/// <summary>Reads persons: document kinds, numbers and names, naming every field that is wrong.</summary>
internal static class PersonReading
{
    private const int LongestName = 100;
    private const int LongestPhone = 40;

    private static readonly string Kinds = string.Join('、', Enum.GetValues<IdType>().Select(t => t.Word()));

    /// <param name="at">Path of the person within the body, with its dot: <c>petitioner.</c>.</param>
    /// <returns>The document; null when there is none or <paramref name="errors"/> says why not.</returns>
    public static IdentityDocument? ReadDocument(string? kind, string? number, string at, DateOnly today, FieldErrors errors, out IdType type)
    {
        type = IdType.None;
        if (kind is null)
        {
            errors.Missing($"{at}idType");
            return null;
        }
        if (!IdTypeWords.TryParse(kind, out type))
        {
            errors.Malformed($"{at}idType", $"没有这种证件类型，可用：{Kinds}。");
            return null;
        }
        if (type != IdType.None && number is null)
        {
            errors.Missing($"{at}idNumber");
            return null;
        }
        if (!IdentityDocument.TryCreate(type, number, today, out var document, out var problem))
            errors.Invalid($"{at}idNumber", problem);
        return document;
    }

    public static Person? Read(PersonBody body, string at, DateOnly today, Keyring keyring, FieldErrors errors)
    {
        PlainText.CheckName(errors, $"{at}name", body.Name, LongestName);
        PlainText.CheckName(errors, $"{at}phone", body.Phone, LongestPhone);
        var document = ReadDocument(body.IdType, body.IdNumber, at, today, errors, out var type);
        return errors.Any ? null : new Person(
            document is null ? null : keyring.KeyOf(document),
            type,
            new Secret(document?.Number ?? ""),
            SecretOf(body.Name),
            SecretOf(body.Phone));
    }

    private static Secret? SecretOf(string? text) => string.IsNullOrWhiteSpace(text) ? null : new Secret(text.Trim());
}
