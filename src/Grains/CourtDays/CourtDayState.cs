using System.Collections.Immutable;
using PetitionMesh.Grains.Cases;

namespace PetitionMesh.Grains.CourtDays;

/// <summary>A unit's day as it stands.</summary>
public sealed record CourtDayState
{
    public static CourtDayState Silent { get; } = new();

    /// <summary>Null while nothing has been reported.</summary>
    public ReportStanding? Report { get; init; }
    public ImmutableArray<AlertStanding> Alerts { get; init; } = [];

    public AlertStanding? Alert(AlertId id) => Alerts.FirstOrDefault(a => a.Alert == id);
}

/// <summary>The daily report with its corrections.</summary>
/// <param name="Figures">In force: as submitted, or as last corrected.</param>
/// <param name="Submitted">As first submitted.</param>
/// <param name="Registered">What the register said when <paramref name="Figures"/> were signed.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.report-standing")]
public sealed record ReportStanding(
    [property: Id(0)] bool Nil,
    [property: Id(1)] DayFigures Figures,
    [property: Id(2)] string Remarks,
    [property: Id(3)] DayFigures Submitted,
    [property: Id(4)] DayFigures Registered,
    [property: Id(5)] long Position,
    [property: Id(6)] string Signer,
    [property: Id(7)] DateTimeOffset SubmittedAt,
    [property: Id(8)] bool Late,
    [property: Id(9)] ImmutableArray<Correction> Corrections);

[GenerateSerializer, Immutable, Alias("petition-mesh.report-correction")]
public sealed record Correction(
    [property: Id(0)] DayFigures Figures,
    [property: Id(1)] bool Nil,
    [property: Id(2)] string Reason,
    [property: Id(3)] string Signer,
    [property: Id(4)] DateTimeOffset At);

/// <param name="AcknowledgedAt">Null while nobody of the supervisor's has seen it.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.alert-standing")]
public sealed record AlertStanding(
    [property: Id(0)] AlertId Alert,
    [property: Id(1)] UnitId Unit,
    [property: Id(2)] DateOnly Date,
    [property: Id(3)] AlertKind Kind,
    [property: Id(4)] CaseId? Case,
    [property: Id(5)] ReceptionId? Reception,
    [property: Id(6)] string? Place,
    [property: Id(7)] int Headcount,
    [property: Id(8)] string Words,
    [property: Id(9)] DateTimeOffset OccurredAt,
    [property: Id(10)] string RaisedBy,
    [property: Id(11)] DateTimeOffset RaisedAt,
    [property: Id(12)] string? AcknowledgedBy,
    [property: Id(13)] DateTimeOffset? AcknowledgedAt);
