using System.Collections.Immutable;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Leaders;
using PetitionMesh.Grains.Petitioners;
using PetitionMesh.Grains.Privacy;

namespace PetitionMesh.Grains.Tests;

/// <summary>Supplies what a test does not care about.</summary>
internal static class Some
{
    public static readonly DateTimeOffset Morning = new(2026, 11, 20, 9, 10, 0, TimeSpan.FromHours(8));
    public static readonly DateOnly Today = new(2026, 11, 20);
    public static readonly CaseId Case = new(Guid.Parse("00000000-0000-8000-8000-00000000000c"));
    public static readonly PetitionerKey Petitioner = new("1-aa");
    public static readonly CourtId DongGang = new("dg");
    public static readonly CourtId XiShan = new("xs");
    public static readonly LeaderId FirstReceiver = new("L012");
    public static readonly LeaderId SomeoneElse = new("L020");

    public static CaseNumber Number(int serial = 4058) => CaseNumber.Parse($"(2016)鲁9902民初{serial}号");

    public static Sealed Sealed(string text = "eA==") => new($"k1.{text}");

    /// <summary>A reception that opens the case when there is none.</summary>
    public static CaseCommand.Receive Reception(
        int nr = 1,
        CourtId? court = null,
        LeaderId? by = null,
        bool nobody = false,
        Channel channel = Channel.Visit,
        DateTimeOffset? occurredAt = null,
        DateTimeOffset? now = null,
        ImmutableArray<PetitionerKey>? joining = null,
        Level level = Level.Local)
    {
        var at = occurredAt ?? Morning;
        var registered = now ?? at;
        return new CaseCommand.Receive(
            ReceptionId(nr),
            Case,
            new Opening(Number(), [Petitioner], "hash"),
            court ?? DongGang,
            channel,
            nobody ? null : by ?? FirstReceiver,
            nobody ? null : court ?? DongGang,
            at,
            Day(at),
            registered,
            Day(registered),
            Petitioner,
            joining ?? [],
            new SealedContent(Sealed(), Sealed(), null),
            Headcount: 1,
            level,
            SkipsLevel: CaseDecider.SkipsLevel(CourtTier.Basic, channel, level),
            new SummonsId(ReceptionId(nr).Guid));
    }

    public static ReceptionId ReceptionId(int nr) => new(Guid.Parse($"00000000-0000-8000-8000-{nr:x12}"));

    public static CaseCommand.Import Import(LeaderId? owner = null, CourtId? unit = null) => new(
        Case,
        new Opening(Number(), [Petitioner], "hash"),
        new CaseEvent.Imported(Case, "import-1", [], unit ?? DongGang, Sealed(), Sealed(), new DateOnly(2016, 1, 3), 7, LongStanding: true, Enforcement: false, ProvinceVisit: false),
        owner,
        owner is null ? null : unit ?? DongGang,
        Morning,
        Today);

    public static CaseEvent.Ended Ended(EndingGround ground, CaseStatus status, DateOnly day) =>
        new(Case, ground, status, "", day, FirstReceiver, DongGang);

    private static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(TimeSpan.FromHours(8)).DateTime);
}
