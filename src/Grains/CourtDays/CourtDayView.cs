using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Grains.CourtDays;

/// <summary>A unit's day as one reads it, and what the command table keeps of an act.</summary>
/// <param name="Alert">The alert the act was about, or null.</param>
/// <param name="Register">What the register said when the report was brought; null where no report was.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.court-day-view")]
public sealed record CourtDayView(
    [property: Id(0)] CourtDayId Day,
    [property: Id(1)] int Revision,
    [property: Id(2)] DateTimeOffset Due,
    [property: Id(3)] ReportStanding? Report,
    [property: Id(4)] ImmutableArray<AlertStanding> Alerts,
    [property: Id(5)] AlertStanding? Alert,
    [property: Id(6)] RegisterStanding? Register = null);

/// <summary>JSON of the answers that the command table keeps.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(CourtDayView))]
public sealed partial class CourtDayAnswersJson : JsonSerializerContext
{
    internal static byte[] Write(CourtDayView answer) => JsonSerializer.SerializeToUtf8Bytes(answer, Default.CourtDayView);

    public static CourtDayView Read(CommandRecord kept) =>
        JsonSerializer.Deserialize(kept.Answer.AsSpan(), Default.CourtDayView) ?? throw new InvalidOperationException("A stored answer of a unit's day is empty.");
}
