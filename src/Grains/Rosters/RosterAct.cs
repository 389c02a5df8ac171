using System.Collections.Immutable;
using PetitionMesh.Grains.Leaders;

namespace PetitionMesh.Grains.Rosters;

/// <summary>What the petition office does with one roster; a leader may announce his own leave.</summary>
/// <param name="ExpectedRevision">Version of the stream the caller saw, or null to act on any.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.roster-command")]
public sealed record RosterCommand(
    [property: Id(0)] CommandId Id,
    [property: Id(1)] Actor Actor,
    [property: Id(2)] DateTimeOffset Now,
    [property: Id(3)] int? ExpectedRevision,
    [property: Id(4)] RosterAct Act);

/// <summary>The acts, a closed family.</summary>
[GenerateSerializer, Immutable, Alias("petition-mesh.roster-act")]
public abstract record RosterAct
{
    /// <summary>
    /// Give out shifts automatically. Before publication the whole month anew, but for days arranged by hand; afterwards only gaps that have not begun.
    /// </summary>
    /// <param name="OpenCases">Weight: leaders who own open cases now.</param>
    [GenerateSerializer, Immutable, Alias("petition-mesh.roster-act.draft")]
    public sealed record Draft([property: Id(0)] ImmutableArray<OpenCases> OpenCases) : RosterAct;

    /// <summary>W16: put it on the intranet and the screen.</summary>
    [GenerateSerializer, Immutable, Alias("petition-mesh.roster-act.publish")]
    public sealed record Publish : RosterAct;

    /// <summary>Arrange a whole day: what is not named is vacant.</summary>
    /// <param name="Reason">Needed when a published shift that has begun changes.</param>
    [GenerateSerializer, Immutable, Alias("petition-mesh.roster-act.arrange")]
    public sealed record Arrange(
        [property: Id(0)] DateOnly Date, [property: Id(1)] ImmutableArray<Arrangement> Shifts, [property: Id(2)] string? Reason) : RosterAct;

    /// <summary>S7: a leader has the day's reception day by appointment; the other shifts of the day stay.</summary>
    /// <param name="From">City time.</param>
    [GenerateSerializer, Immutable, Alias("petition-mesh.roster-act.hold-reception-day")]
    public sealed record HoldReceptionDay(
        [property: Id(0)] DateOnly Date,
        [property: Id(1)] LeaderId Leader,
        [property: Id(2)] TimeOnly From,
        [property: Id(3)] TimeOnly To,
        [property: Id(4)] string? Topic) : RosterAct;

    /// <summary>S7: the announced reception day of this leader is called off, and its shift goes with it; the other shifts of the day stay.</summary>
    [GenerateSerializer, Immutable, Alias("petition-mesh.roster-act.call-off-reception-day")]
    public sealed record CallOffReceptionDay(
        [property: Id(0)] DateOnly Date, [property: Id(1)] LeaderId Leader, [property: Id(2)] string Reason) : RosterAct;

    /// <summary>A leader is away; days outside this roster's month are another roster's.</summary>
    [GenerateSerializer, Immutable, Alias("petition-mesh.roster-act.take-leave")]
    public sealed record TakeLeave(
        [property: Id(0)] LeaderId Leader, [property: Id(1)] DateOnly From, [property: Id(2)] DateOnly To) : RosterAct;

    /// <summary>A leader is back earlier, or does not go.</summary>
    [GenerateSerializer, Immutable, Alias("petition-mesh.roster-act.end-leave")]
    public sealed record EndLeave(
        [property: Id(0)] LeaderId Leader, [property: Id(1)] DateOnly From, [property: Id(2)] DateOnly To) : RosterAct;

    /// <summary>W17: leaders of the intermediate court serve at linked courts. The intermediate court's roster is told first.</summary>
    [GenerateSerializer, Immutable, Alias("petition-mesh.roster-act.declare-sensitive")]
    public sealed record DeclareSensitive([property: Id(0)] SensitivePeriod Period) : RosterAct;

    /// <summary>Takes a period back. The intermediate court's roster is told last.</summary>
    [GenerateSerializer, Immutable, Alias("petition-mesh.roster-act.withdraw-sensitive")]
    public sealed record WithdrawSensitive([property: Id(0)] string Name) : RosterAct;

    private RosterAct()
    {
    }
}

/// <summary>How many open cases a leader owns.</summary>
[GenerateSerializer, Immutable, Alias("petition-mesh.open-cases")]
public sealed record OpenCases([property: Id(0)] LeaderId Leader, [property: Id(1)] int Count);

/// <summary>Who shall have a shift.</summary>
/// <param name="From">City time; null for the usual hours, which half-day shifts always have.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.arrangement")]
public sealed record Arrangement(
    [property: Id(0)] ShiftKind Kind,
    [property: Id(1)] LeaderId Leader,
    [property: Id(2)] TimeOnly? From,
    [property: Id(3)] TimeOnly? To,
    [property: Id(4)] string? Staff,
    [property: Id(5)] string? Topic);
