using PetitionMesh.Grains.Cases;

namespace PetitionMesh.Grains.CourtDays;

/// <summary>What is asked of a unit's day.</summary>
/// <param name="Register">What a report is held against; kept with its answer, so that a repeat is answered as at first. Null for alerts.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.court-day-command")]
public sealed record CourtDayCommand(
    [property: Id(0)] CommandId Id,
    [property: Id(1)] Actor Actor,
    [property: Id(2)] DateTimeOffset Now,
    [property: Id(3)] CourtDayAct Act,
    [property: Id(4)] RegisterStanding? Register = null);

/// <summary>What the register says of a unit's day at one point of the journal.</summary>
/// <param name="MissingAlerts">Receptions that must have been told at once and were not (J11).</param>
/// <param name="Contact">Who was named; null where the unit's head stands in.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.register-standing")]
public sealed record RegisterStanding(
    [property: Id(0)] DayFigures Figures,
    [property: Id(1)] int MissingAlerts,
    [property: Id(2)] NamedContact? Contact,
    [property: Id(3)] long Position,
    [property: Id(4)] DateTimeOffset? At);

[GenerateSerializer, Immutable, Alias("petition-mesh.named-contact")]
public sealed record NamedContact([property: Id(0)] string Name, [property: Id(1)] string Post, [property: Id(2)] string Phone);

/// <summary>The acts, a closed family.</summary>
[GenerateSerializer, Immutable, Alias("petition-mesh.court-day-act")]
public abstract record CourtDayAct
{
    /// <summary>J11: the daily report or nil return.</summary>
    /// <param name="Figures">Null for a nil return and for a report that takes the register as it is.</param>
    /// <param name="Registered">The register's figures at <paramref name="Position"/>.</param>
    [GenerateSerializer, Immutable, Alias("petition-mesh.court-day-act.submit")]
    public sealed record Submit(
        [property: Id(0)] DayFigures? Figures,
        [property: Id(1)] bool Nil,
        [property: Id(2)] string Remarks,
        [property: Id(3)] DayFigures Registered,
        [property: Id(4)] long Position) : CourtDayAct;

    /// <summary>J11: a recorded correction of what was submitted.</summary>
    /// <param name="Remarks">Null: as they were.</param>
    [GenerateSerializer, Immutable, Alias("petition-mesh.court-day-act.correct")]
    public sealed record Correct(
        [property: Id(0)] DayFigures? Figures,
        [property: Id(1)] bool Nil,
        [property: Id(2)] string? Remarks,
        [property: Id(3)] string Reason,
        [property: Id(4)] DayFigures Registered,
        [property: Id(5)] long Position) : CourtDayAct;

    /// <summary>J11: tell it at once.</summary>
    [GenerateSerializer, Immutable, Alias("petition-mesh.court-day-act.raise")]
    public sealed record Raise(
        [property: Id(0)] AlertId Alert,
        [property: Id(1)] AlertKind Kind,
        [property: Id(2)] CaseId? Case,
        [property: Id(3)] ReceptionId? Reception,
        [property: Id(4)] string? Place,
        [property: Id(5)] int Headcount,
        [property: Id(6)] string Words,
        [property: Id(7)] DateTimeOffset OccurredAt) : CourtDayAct;

    /// <summary>The supervisor has seen an alert.</summary>
    [GenerateSerializer, Immutable, Alias("petition-mesh.court-day-act.acknowledge")]
    public sealed record Acknowledge([property: Id(0)] AlertId Alert) : CourtDayAct;

    private CourtDayAct()
    {
    }
}
