using System.Text.Json;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Gateway.Streams;
using PetitionMesh.Grains.CourtDays;
using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Gateway.DailyReports;

/// <summary>Alerts as they come, pushed to the supervisor's open page (J11).</summary>
internal static class AlertNews
{
    private const string Days = "court-day/";

    /// <summary><c>alert</c> when one is raised, <c>acknowledged</c> when it was seen; nothing else of the journal.</summary>
    public static StreamMessage? Of(RecordedEvent recorded)
    {
        if (!recorded.Stream.Value.StartsWith(Days, StringComparison.Ordinal))
            return null;
        return Codecs.CourtDay.Decode(recorded.Kind, recorded.Payload.AsSpan()) switch
        {
            CourtDayEvent.AlertRaised raised => Message("alert", CourtDayEvolution.Evolve(CourtDayState.Silent, raised).Alert(raised.Alert)!),
            CourtDayEvent.AlertAcknowledged seen => new StreamMessage(
                "acknowledged", JsonSerializer.SerializeToUtf8Bytes(new AlertSeenView(seen.Alert.Value, seen.By, seen.At), WireJson.Answers.AlertSeenView)),
            _ => null,
        };
    }

    private static StreamMessage Message(string name, AlertStanding alert) =>
        new(name, JsonSerializer.SerializeToUtf8Bytes(AlertViews.Of(alert), WireJson.Answers.AlertView));
}

internal sealed record AlertSeenView(string AlertId, string AcknowledgedBy, DateTimeOffset AcknowledgedAt);
