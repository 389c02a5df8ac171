namespace PetitionMesh.Gateway.Imports.Sheets;

/// <summary>
/// Reads a ledger of unresolved cases (J1) row by row. A row is rejected for what decides whose it is or which matter it is: unit, claim,
/// identity number, case number, first visit, the petitioner's name. Anything else unreadable is left out with a warning.
/// </summary>
/// <remarks>
/// A wrong first visit rejects because the earlier one decides the owner of a matter that two units list; a wrong case or identity number
/// because the row would become a second matter beside the right one. All of these but unit and claim may be empty.
/// </remarks>
internal static class UnresolvedSheet
{
    /// <summary>Streams the readings of all filled rows; reading twice gives the same, so a first pass may count.</summary>
    /// <param name="stream">Seekable; read from its start and left open.</param>
    /// <param name="today">The day in the city: no date lies after it.</param>
    /// <param name="limits">The bounds.</param>
    /// <exception cref="SheetUnreadableException">The file as a whole can't be read; may be thrown at any row.</exception>
    public static IEnumerable<RowReading<UnresolvedRow>> Read(Stream stream, DateOnly today, SheetLimits limits) =>
        SheetTable.Read(stream, limits, UnresolvedColumns.All, fields => Read(fields, today));

    private static UnresolvedRow Read(RowFields fields, DateOnly today) => new()
    {
        Row = fields.Position,
        Unit = fields.Required(UnresolvedColumns.Unit, RowFields.MaxShortTextLength, fields.Name),
        Claim = fields.Required(UnresolvedColumns.Claim, RowFields.MaxClaimLength, fields.Text),
        Petitioner = fields.Name(UnresolvedColumns.Petitioner, fields.Reject),
        Identity = fields.Identity(UnresolvedColumns.IdKind, UnresolvedColumns.IdNumber, today),
        Phone = fields.Phone(UnresolvedColumns.Phone),
        CaseNumber = fields.CaseNumber(UnresolvedColumns.CaseNumber),
        Cause = fields.ShortText(UnresolvedColumns.Cause),
        CaseType = fields.ShortText(UnresolvedColumns.CaseType),
        FirstVisit = fields.Date(UnresolvedColumns.FirstVisit, today, fields.Reject),
        Visits = fields.Count(UnresolvedColumns.Visits),
        IsLongStanding = fields.YesOrNo(UnresolvedColumns.LongStanding),
        Owner = fields.Name(UnresolvedColumns.Owner, fields.Warn),
        ResponsibleLeader = fields.Name(UnresolvedColumns.ResponsibleLeader, fields.Warn),
        Handler = fields.Name(UnresolvedColumns.Handler, fields.Warn),
        HandlerPhone = fields.Phone(UnresolvedColumns.HandlerPhone),
        Source = fields.ShortText(UnresolvedColumns.Source),
        AssignedOn = fields.Date(UnresolvedColumns.AssignedOn, today, fields.Warn),
        ProvinceVisit = fields.ShortText(UnresolvedColumns.ProvinceVisit) is { } visit && !SheetWords.SayNo(visit) ? visit : null,
    };
}
