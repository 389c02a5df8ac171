namespace PetitionMesh.Grains.CourtDays;

/// <summary>What each event makes of a unit's day. An event that cannot follow throws: a journal that lies must not be believed.</summary>
public static class CourtDayEvolution
{
    public static CourtDayState Evolve(CourtDayState state, CourtDayEvent @event) => @event switch
    {
        CourtDayEvent.ReportSubmitted e when state.Report is null => state with
        {
            Report = new ReportStanding(e.Nil, e.Figures, e.Remarks, e.Figures, e.Registered, e.Position, e.Signer, e.At, e.Late, []),
        },
        CourtDayEvent.ReportCorrected e when state.Report is { } report => state with
        {
            Report = report with
            {
                Nil = e.Nil,
                Figures = e.Figures,
                Remarks = e.Remarks,
                Registered = e.Registered,
                Position = e.Position,
                Corrections = report.Corrections.Add(new Correction(e.Figures, e.Nil, e.Reason, e.Signer, e.At)),
            },
        },
        CourtDayEvent.AlertRaised e when state.Alert(e.Alert) is null => state with
        {
            Alerts = state.Alerts.Add(new AlertStanding(
                e.Alert, e.Day.Unit, e.Day.Date, e.Kind, e.Case, e.Reception, e.Place, e.Headcount, e.Words, e.OccurredAt, e.RaisedBy, e.At, null, null)),
        },
        CourtDayEvent.AlertAcknowledged e when state.Alert(e.Alert) is { AcknowledgedAt: null } alert => state with
        {
            Alerts = state.Alerts.Replace(alert, alert with { AcknowledgedBy = e.By, AcknowledgedAt = e.At }),
        },
        _ => throw new InvalidOperationException($"{@event.GetType().Name} cannot follow on this day."),
    };
}
