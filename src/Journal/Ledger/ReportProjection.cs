using System.Text.Json;
using PetitionMesh.Grains.CourtDays;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Publications;

namespace PetitionMesh.Journal.Ledger;

/// <summary>The rows of daily reports, alerts (J11) and published products (J12, S1).</summary>
internal static class ReportProjection
{
    public static void Apply(LedgerChanges changes, RecordedEvent recorded, CourtDayEvent @event)
    {
        var at = recorded.Position;
        switch (@event)
        {
            case CourtDayEvent.ReportSubmitted e:
                changes.DailyReports.Add(new DailyReportRow(
                    e.Day.Unit.Value, e.Day.Date, at, 0, e.Nil, Text(e.Figures), Text(e.Registered), e.Position, e.Remarks, e.Signer,
                    Projection.ToMicroseconds(e.At), e.Late));
                break;
            case CourtDayEvent.ReportCorrected e:
                changes.DailyReports.Add(new DailyReportRow(
                    e.Day.Unit.Value, e.Day.Date, at, 1, e.Nil, Text(e.Figures), Text(e.Registered), e.Position, e.Remarks));
                break;
            case CourtDayEvent.AlertRaised e:
                changes.Alerts.Add(new AlertRow(
                    e.Alert.Guid, e.Day.Unit.Value, e.Day.Date, at, Word<AlertKind>.Of(e.Kind), e.Case?.Guid, e.Reception?.Guid, e.Place, e.Headcount,
                    e.Words, Projection.ToMicroseconds(e.OccurredAt), e.RaisedBy, Projection.ToMicroseconds(e.At)));
                break;
            case CourtDayEvent.AlertAcknowledged e:
                changes.Alerts.Add(new AlertRow(
                    e.Alert.Guid, e.Day.Unit.Value, e.Day.Date, AcknowledgedBy: e.By, AcknowledgedAt: Projection.ToMicroseconds(e.At)));
                break;
            default:
                throw new InvalidOperationException($"The ledger has no meaning for '{recorded.Kind}'.");
        }
    }

    public static void Apply(LedgerChanges changes, RecordedEvent recorded, PublicationEvent @event)
    {
        switch (@event)
        {
            case PublicationEvent.Frozen e:
                Add(e.Publication, e.Hash, e.Position, 0, e.By, e.At);
                break;
            case PublicationEvent.PutRight e:
                Add(e.Publication, e.Hash, e.Position, 1, e.By, e.At);
                break;
            default:
                throw new InvalidOperationException($"The ledger has no meaning for '{recorded.Kind}'.");
        }

        void Add(PublicationId id, string hash, long position, int corrections, string by, DateTimeOffset at) =>
            changes.Publications.Add(new PublicationRow(
                id.Value, id.Kind, id.Scope, id.From, id.To, hash, position, corrections, by, Projection.ToMicroseconds(at), recorded.Position));
    }

    private static string Text(DayFigures figures) => JsonSerializer.Serialize(figures, EventsJson.Default.DayFigures);
}
