using System.Collections.Immutable;
using System.Data.Common;
using PetitionMesh.Grains.Campaigns;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.CourtDays;
using PetitionMesh.Grains.Leaders;

namespace PetitionMesh.Journal.Ledger;

/// <summary>L7: a campaign.</summary>
/// <param name="Courts">That take part; empty for all courts of the city.</param>
public sealed record CampaignLine(CampaignId Campaign, string Title, DateOnly FirstDay, DateOnly LastDay, ImmutableArray<CourtId> Courts);

/// <summary>L1: a case on a campaign's ledger.</summary>
/// <param name="Matter">The case it has been joined into; else itself. Number, status and owner are of that one.</param>
/// <param name="Position">Of its gathering.</param>
/// <param name="Hearings">Within the campaign's days (L5).</param>
/// <param name="StruckOn">The last strike-off; it stands unless <paramref name="Progress"/> says otherwise.</param>
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
    CampaignLevel? Level,
    DateOnly? LevelOn,
    ImmutableArray<CampaignHandling> Batches,
    ImmutableArray<CourtId> SharedWith,
    DateOnly? StruckOn,
    CaseNumber? Number,
    CaseStatus Status,
    LeaderId? Owner,
    CampaignProgress Progress,
    int Hearings,
    bool HasPlan);

/// <summary>L6: the day on which a case came into a batch.</summary>
public sealed record CampaignHandling(CampaignBatch Batch, DateOnly Day);

/// <summary>Which lines of a campaign's ledger are asked for.</summary>
/// <param name="FirstDay">Of the campaign, as <paramref name="LastDay"/>.</param>
/// <param name="SeenBy">Only what concerns this court: its unit's, its owner's, or shared with it (L4). Null for the city.</param>
/// <param name="After">Position.</param>
public sealed record CampaignFilter(
    CampaignId Campaign,
    DateOnly FirstDay,
    DateOnly LastDay,
    CourtId? SeenBy,
    CourtId? Court,
    UnitId? Unit,
    CampaignLevel? Level,
    CampaignBatch? Batch,
    bool OnlyKey,
    CampaignProgress? Progress,
    long After,
    int Limit);

/// <summary>Turns rows of campaigns into lines. Columns are in the order of the statements.</summary>
internal static class CampaignReading
{
    public static CampaignLine Campaign(DbDataReader r) =>
        new(new CampaignId(r.GetFieldValue<Guid>(0)), r.GetString(1), r.DayAt(2), r.DayAt(3), Marked.Read(LineReading.Text(r, 4)));

    public static CampaignCaseLine Case(DbDataReader r) => new(
        new CaseId(r.GetFieldValue<Guid>(0)),
        new CaseId(r.GetFieldValue<Guid>(1)),
        r.GetInt64(2),
        UnitId.Parse(r.GetString(4)),
        r.GetString(5),
        LineReading.Text(r, 6) is { Length: > 0 } responsible ? new LeaderId(responsible) : null,
        LineReading.Day(r, 7),
        r.DayAt(8),
        r.GetBoolean(9),
        Team(LineReading.Text(r, 10)),
        Level(LineReading.Text(r, 11)),
        LineReading.Day(r, 12),
        Batches(LineReading.Day(r, 13), LineReading.Day(r, 14), LineReading.Day(r, 15), LineReading.Day(r, 16), LineReading.Day(r, 17)),
        Marked.Read(LineReading.Text(r, 18)),
        LineReading.Day(r, 19),
        LineReading.Text(r, 20) is { } number ? CaseNumber.OfStored(number) : null,
        Word<CaseStatus>.Parse(r.GetString(21)),
        LineReading.Text(r, 22) is { } owner ? new LeaderId(owner) : null,
        Word<CampaignProgress>.Parse(r.GetString(24)),
        r.GetInt32(25),
        r.GetInt32(26) > 0);

    public static ImmutableArray<string> Team(string? names) => string.IsNullOrEmpty(names) ? [] : [.. names.Split('\n')];

    public static CampaignLevel? Level(string? word) => word is null ? null : Word<CampaignLevel>.Parse(word);

    /// <summary>In the order of the five batches.</summary>
    public static ImmutableArray<CampaignHandling> Batches(params ReadOnlySpan<DateOnly?> days)
    {
        var batches = ImmutableArray.CreateBuilder<CampaignHandling>();
        for (var i = 0; i < days.Length; i++)
        {
            if (days[i] is { } day)
                batches.Add(new CampaignHandling((CampaignBatch)i, day));
        }
        return batches.DrainToImmutable();
    }
}
