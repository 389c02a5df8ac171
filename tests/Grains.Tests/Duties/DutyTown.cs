using System.Collections.Immutable;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Leaders;
using PetitionMesh.Grains.Tests.Rosters;
using Sample = PetitionMesh.Grains.Tests.Rosters.Some;

namespace PetitionMesh.Grains.Tests.Duties;

/// <summary>A court's September: its roster, some cases, and beside them who owns each by what was agreed, kept without any event.</summary>
internal sealed record DutyTown(RosterStory Roster, ImmutableArray<CaseState> Files, ImmutableArray<LeaderId?> Owners, ImmutableHashSet<LeaderId> Away, int Receptions)
{
    public const int Cases = 5;

    public static readonly ImmutableArray<LeaderId> Leaders =
        [.. Sample.City.Document.Leaders.Where(l => l.Court == Sample.DongGang).Select(l => l.Id)];

    public static readonly LeaderId President = new("L011");

    public static DutyTown Begun { get; } = new(
        RosterStory.Published(), [.. Enumerable.Repeat(CaseState.Unopened, Cases)], [.. Enumerable.Repeat<LeaderId?>(null, Cases)], [], 0);

    /// <summary>What the sweep tells the office of a case; null while its owner acts.</summary>
    public RemindOffice? ReminderOf(CaseState state)
    {
        VacancyGround? ground = state.Owner is not { } owner ? VacancyGround.Pending
            : state.Hands.Relieved ? VacancyGround.Recused
            : Away.Contains(owner.Leader) ? VacancyGround.LongLeave
            : null;
        return ground is { } why
            ? new RemindOffice(Sample.Before, Sample.DongGang, state.Owner?.Leader, why, Sample.September.AddDays(Receptions), Sample.September.AddDays(Receptions + 1))
            : null;
    }

    public DutyTown With(int file, Decision<CaseEvent> decision, LeaderId? owner) => this with
    {
        Files = Files.SetItem(file, decision.Events.Aggregate(Files[file], CaseEvolution.Evolve)),
        Owners = decision.Refusal is null && owner is not null ? Owners.SetItem(file, owner) : Owners,
    };
}
