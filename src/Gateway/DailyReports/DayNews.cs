using System.Text.Json;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Gateway.Streams;
using PetitionMesh.Grains.CourtDays;
using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Gateway.DailyReports;

/// <summary>Alerts and daily reports as they come, pushed to the supervisor's open page (J11).</summary>
internal static class DayNews
{
    private const string Days = "court-day/";

    /// <summary>
    /// <c>alert</c> when one is raised, <c>acknowledged</c> when it was seen, <c>reported</c> and <c>corrected</c> when a unit told its day;
    /// nothing else of the journal.
    /// </summary>
    public static StreamMessage? Of(RecordedEvent recorded)
    {
        if (!recorded.Stream.Value.StartsWith(Days, StringComparison.Ordinal))
            return null;
        return Codecs.CourtDay.Decode(recorded.Kind, recorded.Payload.AsSpan()) switch
        {
            CourtDayEvent.AlertRaised raised => Message("alert", CourtDayEvolution.Evolve(CourtDayState.Silent, raised).Alert(raised.Alert)!),
            CourtDayEvent.AlertAcknowledged seen => new StreamMessage(
                "acknowledged", JsonSerializer.SerializeToUtf8Bytes(new AlertSeenView(seen.Alert.Value, seen.By, seen.At), WireJson.Answers.AlertSeenView)),
            CourtDayEvent.ReportSubmitted told => Message("reported", new DayToldView(told.Day.Unit.Value, told.Day.Date, told.At)),
            CourtDayEvent.ReportCorrected told => Message("corrected", new DayToldView(told.Day.Unit.Value, told.Day.Date, told.At)),
            _ => null,
        };
    }

    private static StreamMessage Message(string name, AlertStanding alert) =>
        new(name, JsonSerializer.SerializeToUtf8Bytes(AlertViews.Of(alert), WireJson.Answers.AlertView));

    private static StreamMessage Message(string name, DayToldView told) =>
        new(name, JsonSerializer.SerializeToUtf8Bytes(told, WireJson.Answers.DayToldView));
}

internal sealed record AlertSeenView(string AlertId, string AcknowledgedBy, DateTimeOffset AcknowledgedAt);

/// <summary>Whose day was told; the figures are on the board.</summary>
internal sealed record DayToldView(string Unit, DateOnly Date, DateTimeOffset At);
