using PetitionMesh.Grains.CourtDays;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Gateway.DailyReports;

/// <summary>Alerts as they are shown.</summary>
internal static class AlertViews
{
    public static AlertView Of(AlertStanding a) => new(
        a.Alert.Value, a.Unit.Value, a.Date, a.Kind, a.Kind.Chinese(), a.Case?.Value, a.Reception?.Value, a.Place, a.Headcount, a.Words, a.OccurredAt,
        a.RaisedBy, a.RaisedAt, a.AcknowledgedBy, a.AcknowledgedAt);

    public static AlertView Of(AlertLine a) => new(
        a.Alert.Value, a.Unit.Value, a.Day, a.Kind, a.Kind.Chinese(), a.Case?.Value, a.Reception?.Value, a.Place, a.Headcount, a.Words, a.OccurredAt,
        a.RaisedBy, a.RaisedAt, a.AcknowledgedBy, a.AcknowledgedAt);
}
