using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Grains.CourtDays;

/// <summary>How an act on a unit's day ended; exactly one of the parts says so.</summary>
/// <param name="Contended">Another activation was faster; ask again with the same command.</param>
/// <param name="First">Set when the same command was answered before.</param>
/// <param name="KeyReused">The key was used for another body.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.court-day-outcome")]
public sealed record CourtDayOutcome(
    [property: Id(0)] CourtDayView? Answer,
    [property: Id(1)] Refusal? Refusal,
    [property: Id(2)] bool Contended,
    [property: Id(3)] CommandRecord? First,
    [property: Id(4)] bool KeyReused) : IActOutcome
{
    bool IActOutcome.Moved => false;

    private static readonly CourtDayOutcome Nothing = new(null, null, false, null, false);

    public static CourtDayOutcome Refused(Refusal refusal) => Nothing with { Refusal = refusal };

    internal static CourtDayOutcome Again { get; } = Nothing with { Contended = true };

    internal static CourtDayOutcome Of(CourtDayView answer, AppendResult result) => result switch
    {
        AppendResult.Appended => Nothing with { Answer = answer },
        AppendResult.Repeated repeated => Nothing with { First = repeated.First },
        AppendResult.KeyReused => Nothing with { KeyReused = true },
        _ => Again,
    };

    internal static CourtDayOutcome Done(CourtDayView answer) => Nothing with { Answer = answer };
}

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
[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(CourtDayView))]
public sealed partial class CourtDayAnswersJson : JsonSerializerContext;
