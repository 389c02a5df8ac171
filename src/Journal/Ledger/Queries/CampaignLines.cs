using System.Collections.Immutable;
using System.Data.Common;
using PetitionMesh.Grains.Campaigns;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.CourtDays;
using PetitionMesh.Grains.Leaders;

namespace PetitionMesh.Journal.Ledger;

/// <summary>L7: a campaign.</summary>
/// <param name="Position">Of its opening.</param>
/// <param name="Courts">That take part; empty for all courts of the city.</param>
public sealed record CampaignLine(CampaignId Campaign, long Position, string Title, DateOnly FirstDay, DateOnly LastDay, ImmutableArray<CourtId> Courts);

/// <summary>L1: a case on a campaign's ledger.</summary>
/// <param name="Matter">The case it has been joined into; else itself. Number, status, owner, hearings and plan are of that one with all that were joined into it.</param>
/// <param name="Position">Of its gathering.</param>
/// <param name="EndedOn">Its latest end; also of one that has been taken up again.</param>
/// <param name="StruckOn">Null unless it was struck off; whether that stands, the case decides.</param>
/// <param name="Hearings">Within the days that were asked for (L5).</param>
public sealed record CampaignCaseLine(
    CaseId Case,
    CaseId Matter,
    long Position,
    UnitId Unit,
    string Judge,
    LeaderId? Responsible,
    DateOnly? LimitOn,
    DateOnly GatheredOn,
    bool IsKey,
    ImmutableArray<string> Team,
    ReachedLevel? Level,
    ImmutableArray<HandledBatch> Batches,
    ImmutableArray<CourtId> SharedWith,
    DateOnly? StruckOn,
    CaseNumber? Number,
    CaseStatus Status,
    LeaderId? Owner,
    CourtId? OwnerCourt,
    DateOnly? EndedOn,
    int Hearings,
    bool HasPlan);

/// <summary>Turns rows of campaigns into lines. Columns are in the order of the statements.</summary>
internal static class CampaignReading
{
    public static CampaignLine Campaign(DbDataReader r) =>
        new(new CampaignId(r.GetFieldValue<Guid>(0)), r.GetInt64(1), r.GetString(2), r.DayAt(3), r.DayAt(4), Marked.Read(LineReading.Text(r, 5)));

    public static CampaignCaseLine Case(DbDataReader r) => Case(
        new CampaignCaseRow(
            default,
            r.GetFieldValue<Guid>(0),
            0,
            r.GetInt64(2),
            r.GetString(3),
            r.GetString(4),
            r.GetString(5),
            r.DayAt(6),
            r.DayAt(7),
            r.GetBoolean(8),
            r.GetString(9),
            r.GetString(10),
            r.DayAt(11),
            r.DayAt(12),
            r.DayAt(13),
            r.DayAt(14),
            r.DayAt(15),
            r.DayAt(16),
            r.GetString(17),
            r.GetBoolean(18),
            r.DayAt(19)),
        r.GetFieldValue<Guid>(1),
        LineReading.Text(r, 20),
        r.GetString(21),
        LineReading.Text(r, 22),
        LineReading.Text(r, 23),
        LineReading.Day(r, 24),
        r.GetInt32(25),
        r.GetInt32(26));

    public static CampaignCaseLine Case(
        CampaignCaseRow c, Guid matter, string? number, string status, string? owner, string? ownerCourt, DateOnly? endedOn, int hearings, int plans) => new(
        new CaseId(c.Case),
        new CaseId(matter),
        c.Position!.Value,
        UnitId.Parse(c.Unit!),
        c.Judge!,
        c.Responsible is { Length: > 0 } responsible ? new LeaderId(responsible) : null,
        Day(c.LimitOn),
        c.GatheredOn!.Value,
        c.IsKey == true,
        c.Team is { Length: > 0 } team ? [.. team.Split('\n')] : [],
        c.Level is { Length: > 0 } level ? new ReachedLevel(Word<CampaignLevel>.Parse(level), c.LevelOn!.Value) : null,
        Batches(c.ReviewedOn, c.EnteredOn, c.ResolvedOn, c.AssistedOn, c.TerminatedOn),
        Marked.Read(c.SharedWith),
        c.IsStruck == true ? Day(c.StruckOn) : null,
        number is null ? null : CaseNumber.OfStored(number),
        Word<CaseStatus>.Parse(status),
        owner is null ? null : new LeaderId(owner),
        ownerCourt is null ? null : new CourtId(ownerCourt),
        endedOn,
        hearings,
        plans > 0);

    /// <summary>In the order of the five batches.</summary>
    private static ImmutableArray<HandledBatch> Batches(params ReadOnlySpan<DateOnly?> days)
    {
        var batches = ImmutableArray.CreateBuilder<HandledBatch>();
        for (var i = 0; i < days.Length; i++)
        {
            if (Day(days[i]) is { } day)
                batches.Add(new HandledBatch((CampaignBatch)i, day));
        }
        return batches.DrainToImmutable();
    }

    private static DateOnly? Day(DateOnly? day) => day == CampaignCaseRow.NoDay ? null : day;
}
