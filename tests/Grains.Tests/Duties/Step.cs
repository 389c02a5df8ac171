using FsCheck;
using FsCheck.Fluent;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Leaders;
using PetitionMesh.Grains.Rosters;
using PetitionMesh.Grains.Tests.Rosters;
using Sample = PetitionMesh.Grains.Tests.Rosters.Some;

namespace PetitionMesh.Grains.Tests.Duties;

/// <summary>One thing that an office, a leader or a petitioner does, at an hour of the month.</summary>
internal sealed record Step(Deed What, int Leader, int Other, int Day, int OtherDay, int File, ShiftKind Kind, int Hour)
{
    public static readonly Deed[] Successions = [Deed.Succeed, Deed.Recuse];

    public static readonly Gen<Step> Any =
        from what in Gen.Elements(Enum.GetValues<Deed>())
        from leader in Gen.Choose(0, DutyTown.Leaders.Length - 1)
        from other in Gen.Choose(0, DutyTown.Leaders.Length - 1)
        from day in Gen.Choose(1, 30)
        from otherDay in Gen.Choose(1, 30)
        from file in Gen.Choose(0, DutyTown.Cases - 1)
        from kind in Gen.Elements(ShiftKind.Morning, ShiftKind.Afternoon)
        from hour in Gen.Choose(0, 30 * 24)
        select new Step(what, leader, other, day, otherDay, file, kind, hour);

    private DateTimeOffset Now => Sample.At(Sample.September, 0).AddHours(Hour);

    private DateOnly Today => Sample.City.DayOf(Now);

    private LeaderId Who => DutyTown.Leaders[Leader];

    public DutyTown Do(DutyTown town) => What switch
    {
        Deed.TakeLeave => town with { Roster = town.Roster.When(new RosterAct.TakeLeave(Who, Sample.Day(Day), Sample.Day(Math.Min(30, Day + 2))), now: Now) },
        Deed.EndLeave => town with { Roster = town.Roster.When(new RosterAct.EndLeave(Who, Sample.Day(Day), Sample.Day(Day)), now: Now) },
        Deed.Draft => town with { Roster = town.Roster.When(Sample.Draft(), now: Now) },
        Deed.Propose => Propose(town),
        Deed.Accept or Deed.Decline => Settle(town),
        Deed.Visit => Visit(town),
        Deed.GoOnLongLeave => town with
        {
            Away = town.Away.Add(Who),
            Roster = town.Roster.When(new RosterAct.TakeLeave(Who, Today, Sample.Day(30)), now: Now),
        },
        Deed.ComeBack => town with { Away = town.Away.Remove(Who) },
        Deed.Succeed => Change(town, new HandsAct.Succeed(Who, SuccessionGround.PostLeft, "调离", DutyTown.President, Today), Who),
        Deed.Recuse => Change(town, new HandsAct.Recuse(RecusalGround.Decided, Other % 2 == 0 ? Who : null, "原审审判长", DutyTown.President, Today), Other % 2 == 0 ? Who : null),
        _ => throw new InvalidOperationException($"Nobody does {What}."),
    };

    private DutyTown Propose(DutyTown town)
    {
        var mine = new ShiftKey(Sample.Day(Day), Kind);
        var command = Sample.Command($"{Hour} {Day} {OtherDay}");
        var swap = SwapId.Of(command.Derive("swap"), Sample.September, Sample.September);
        var act = new SwapAct.Propose(mine, new ShiftKey(Sample.Day(OtherDay), Kind), null);
        return town with
        {
            Roster = town.Roster.When(new SwapCommand(command, Sample.Leader(town.Roster.LeaderOf(mine.Date, mine.Kind) ?? Who), Now, swap, act)),
        };
    }

    private DutyTown Settle(DutyTown town) => town.Roster.State.Swaps.Values.FirstOrDefault(s => s.Status == SwapStatus.Proposed) is { } pending
        ? town with
        {
            Roster = town.Roster.When(new SwapCommand(
                Sample.Command($"{Hour}"), Sample.Leader(pending.Counterpart), Now, pending.Swap, What == Deed.Accept ? new SwapAct.Accept() : new SwapAct.Decline())),
        }
        : town;

    /// <summary>Received by whoever has the shift; where nobody has, the person writes and waits for the next leader on duty.</summary>
    private DutyTown Visit(DutyTown town)
    {
        var at = Sample.At(Today, Kind == ShiftKind.Morning ? 9 : 14);
        var duty = town.Roster.LeaderOf(Today, Kind);
        var receive = Tests.Some.Reception(
            town.Receptions + 1, by: duty, nobody: duty is null, channel: duty is null ? Channel.Letter : Channel.Visit, occurredAt: at, court: Sample.DongGang);
        var decision = CaseDecider.Decide(town.Files[File], receive);
        return town.With(File, decision, town.Owners[File] ?? duty) with { Receptions = town.Receptions + 1 };
    }

    private DutyTown Change(DutyTown town, HandsAct act, LeaderId? to)
    {
        var office = new Actor("office-of-dg", "信访", Sample.DongGang, Role.Office);
        var command = new ChangeHands(Sample.Command($"{Hour}"), office, Now, act, [.. town.Away]);
        var decision = SuccessionDecider.Decide(town.Files[File], command, Sample.City, Today);
        return town.With(File, decision, to);
    }
}

/// <summary>What is done.</summary>
internal enum Deed
{
    TakeLeave,
    EndLeave,
    Draft,
    Propose,
    Accept,
    Decline,
    Visit,
    GoOnLongLeave,
    ComeBack,
    Succeed,
    Recuse,
}
