using System.Text.Json;
using System.Text.Json.Serialization;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Petitioners;

namespace PetitionMesh.Grains.Privacy;

/// <summary>What is sealed together, and the names of the places it is bound to. They are on disk: never change them.</summary>
public static class Sealing
{
    public const string PersonField = "person";
    public const string ClaimField = "claim";
    public const string OpinionField = "opinion";
    public const string GrievanceField = "grievance";
    public const string NarrativeField = "narrative";
    public const string PaperField = "paper";

    /// <summary>Seals person, claim and opinion of a reception with the key of its petitioner.</summary>
    public static SealedContent SealContent(this DataKey key, Receive command)
    {
        using var pen = key.Begin(command.Reception.Value);
        return new SealedContent(
            pen.SealPerson(command.Persons[0]),
            pen.Seal(ClaimField, command.Claim.Value),
            command.Opinion.Value.Length == 0 ? null : pen.Seal(OpinionField, command.Opinion.Value));
    }

    public static Sealed SealPerson(this DataKey key, string entity, Person person)
    {
        using var pen = key.Begin(entity);
        return pen.SealPerson(person);
    }

    private static Sealed SealPerson(this SealingPen pen, Person person) =>
        pen.Seal(PersonField, JsonSerializer.SerializeToUtf8Bytes(PersonRecord.Of(person), SealedJson.Default.PersonRecord));

    /// <summary>Reads what <see cref="SealPerson(DataKey, string, Person)"/> sealed.</summary>
    public static PersonRecord ReadPerson(string json) =>
        JsonSerializer.Deserialize(json, SealedJson.Default.PersonRecord) ?? throw new InvalidOperationException("A sealed person is empty.");
}

/// <summary>A person as sealed on disk.</summary>
public sealed record PersonRecord(IdType IdType, string IdNumber, string? Name, string? Phone)
{
    internal static PersonRecord Of(Person person) => new(person.IdType, person.IdNumber.Value, person.Name?.Value, person.Phone?.Value);

    public override string ToString() => "•••";
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PersonRecord))]
internal sealed partial class SealedJson : JsonSerializerContext;
