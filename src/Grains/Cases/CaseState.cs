using System.Collections.Immutable;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Leaders;
using PetitionMesh.Grains.Petitioners;

namespace PetitionMesh.Grains.Cases;

/// <summary>What a case's next decision needs to know, and no more: a hundred thousand of these stand in memory.</summary>
public sealed record CaseState
{
    /// <summary>Before the first event: there is no such case.</summary>
    public static CaseState Unopened { get; } = new();

    public bool Exists { get; init; }
    public CaseId Id { get; init; }
    public CaseNumber? Number { get; init; }
    public CourtId Court { get; init; }
    public DateOnly OpenedOn { get; init; }
    public CaseStatus Status { get; init; }
    public ImmutableArray<PetitionerKey> Petitioners { get; init; } = [];

    /// <summary>Courts that take part: received it, lead its owner, or were named by an imported ledger.</summary>
    public ImmutableArray<CourtId> Courts { get; init; } = [];

    /// <summary>Ids of the receptions, the n-th reception at n-1.</summary>
    public ImmutableArray<ReceptionId> Receptions { get; init; } = [];
    public DateOnly? LastReceptionOn { get; init; }

    /// <summary>When the reception that fixed the owner took place, as it says.</summary>
    public DateTimeOffset? OwnedSince { get; init; }
    public Owned? Owner { get; init; }

    /// <summary>W3: who acts as owner. Nobody does between a recusal and the naming of a successor.</summary>
    public Owned? ActingOwner => Hands.Relieved ? null : Owner;

    public DataKeyId? Key { get; init; }
    public CaseEvent.Ended? Ending { get; init; }
    public bool IsImported { get; init; }

    /// <summary>Keys of the imported rows that stand on the case (J1).</summary>
    public ImmutableHashSet<string> ImportedRows { get; init; } = [];
    public CaseId? JoinedInto { get; init; }

    /// <summary>G1 of a first reception, until the first thing that moves it makes a clock of it: a hundred thousand cases need none.</summary>
    public DateOnly? AnswerDue { get; init; }
    public CaseWork Work { get; init; } = CaseWork.None;

    /// <summary>Open in the sense that a person who comes back may mean it: everything but a final end.</summary>
    public bool MayBeMeant => Exists && JoinedInto is null && (Status.IsRunning() || Status == CaseStatus.Provisional);

    /// <summary>W8: in the order in which they were sent.</summary>
    public ImmutableArray<SummonsStanding> Summonses { get; init; } = [];

    /// <summary>Ids of recorded instructions.</summary>
    public ImmutableArray<InquiryId> Inquiries { get; init; } = [];

    /// <summary>Names of those who seem to have decided the original lawsuit, folded for comparison.</summary>
    public ImmutableArray<string> Judges { get; init; } = [];
    public Hands Hands { get; init; } = Hands.Nobody;

    public SummonsStanding? Summons(SummonsId id) => Summonses.FirstOrDefault(s => s.SummonsId == id);

    public bool HasSeen(ReceptionId reception) => Receptions.Contains(reception);
}

/// <summary>Who owns a case, and why.</summary>
/// <param name="At">When he was registered as owner.</param>
/// <param name="LineSince">When the first of the line was from whom he took over; his own instant where he is the first.</param>
public sealed record Owned(LeaderId Leader, CourtId Court, OwnerOrigin Origin, DateTimeOffset At, DateTimeOffset LineSince)
{
    public static Owned Of(CaseEvent.OwnerFixed owner, Owned? before) => new(
        owner.Owner, owner.Court, owner.Origin, owner.At, before is not null && owner.Origin == OwnerOrigin.Succession ? before.LineSince : owner.At);
}
