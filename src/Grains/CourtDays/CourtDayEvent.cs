using System.Text.Json.Serialization;
using PetitionMesh.Grains.Cases;

namespace PetitionMesh.Grains.CourtDays;

/// <summary>What a reporting unit told on a day. Names and fields are on disk: add to them, never change them.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(ReportSubmitted), "court-day.report-submitted.v1")]
[JsonDerivedType(typeof(ReportCorrected), "court-day.report-corrected.v1")]
[JsonDerivedType(typeof(AlertRaised), "court-day.alert-raised.v1")]
[JsonDerivedType(typeof(AlertAcknowledged), "court-day.alert-acknowledged.v1")]
public abstract record CourtDayEvent
{
    /// <summary>J11: the daily report or nil return, signed by who submitted it.</summary>
    /// <param name="Registered">What the register said at that moment, so that nobody can bend it afterwards.</param>
    /// <param name="Position">Of the journal, for which <paramref name="Registered"/> is exact.</param>
    /// <param name="Signer">Name of the token's holder.</param>
    /// <param name="Late">After the cut-off of the day it reports.</param>
    public sealed record ReportSubmitted(
        CourtDayId Day,
        bool Nil,
        DayFigures Figures,
        string Remarks,
        DayFigures Registered,
        long Position,
        string Signer,
        DateTimeOffset At,
        bool Late) : CourtDayEvent;

    /// <summary>J11: what was reported stays; this says what it should have been, and why.</summary>
    public sealed record ReportCorrected(
        CourtDayId Day,
        bool Nil,
        DayFigures Figures,
        string Remarks,
        string Reason,
        DayFigures Registered,
        long Position,
        string Signer,
        DateTimeOffset At) : CourtDayEvent;

    /// <summary>J11: told at once.</summary>
    /// <param name="Reception">The reception it is about, or null; its case stands in <paramref name="Case"/> when known.</param>
    /// <param name="Words">What happened, without anything personal.</param>
    public sealed record AlertRaised(
        AlertId Alert,
        CourtDayId Day,
        AlertKind Kind,
        CaseId? Case,
        ReceptionId? Reception,
        string? Place,
        int Headcount,
        string Words,
        DateTimeOffset OccurredAt,
        string RaisedBy,
        DateTimeOffset At) : CourtDayEvent;

    /// <summary>The supervisor has seen it: it is counted no longer.</summary>
    public sealed record AlertAcknowledged(AlertId Alert, CourtDayId Day, string By, DateTimeOffset At) : CourtDayEvent;

    private CourtDayEvent()
    {
    }
}
