using System.Collections.Immutable;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Leaders;

namespace PetitionMesh.Journal.Ledger;

/// <summary>A case as lists show it.</summary>
/// <param name="Court">That opened it.</param>
/// <param name="Receptions">In the system; earlier visits of an imported case are not among them (W5).</param>
/// <param name="EndedOn">City day of the latest ending, or null; <paramref name="Status"/> tells whether it still holds.</param>
/// <param name="Imported">Unit that an imported ledger lists it for, or null.</param>
/// <param name="Updated">Position of its last event.</param>
/// <param name="AnswerDue">G1, while nothing has moved it and it has no clock of its own.</param>
/// <param name="HeldSince">Since when it is in the hands that hold it now.</param>
public sealed record CaseLine(
    CaseId Case,
    CaseNumber? Number,
    CourtId Court,
    CaseStatus Status,
    OwnerOfCase? Owner,
    int Receptions,
    DateOnly OpenedOn,
    DateOnly? LastReceptionOn,
    DateOnly? EndedOn,
    EndingGround? EndingGround,
    CourtId? Imported,
    bool LongStanding,
    long Updated,
    DateOnly? AnswerDue,
    DateTimeOffset? HeldSince);

public sealed record OwnerOfCase(LeaderId Leader, CourtId Court, OwnerOrigin Origin);

/// <summary>Which cases to list; null asks for all.</summary>
/// <param name="VisibleTo">Only cases this court takes part in: the caller's court. Null for the supervisor, who sees the city.</param>
/// <param name="Court">Only cases this court takes part in.</param>
/// <param name="After">The <see cref="CasePage.Next"/> of the page before; asked with the same filter.</param>
/// <param name="Limit">1–200; more is taken as 200.</param>
/// <param name="Due">Only cases with a clock in this state; <paramref name="Number"/> is not asked for with it.</param>
public sealed record CaseFilter(
    CourtId? VisibleTo = null,
    CourtId? Court = null,
    LeaderId? Owner = null,
    CaseStatus? Status = null,
    CaseNumber? Number = null,
    long? After = null,
    int Limit = 50,
    DueFilter? Due = null)
{
    public const int MaxLimit = 200;

    internal int Bound => Math.Clamp(Limit, 1, MaxLimit);
}

/// <param name="Next">Where the next page begins; null when this is the last.</param>
public sealed record CasePage(ImmutableArray<CaseLine> Items, long? Next);

public sealed record NoticeLine(CaseId Case, ReceptionId Reception, Channel Channel, long Position);

/// <summary>A row of an imported ledger; names are those of officials as the sheet has them.</summary>
public sealed record ImportedLine(
    string Import,
    int Row,
    CourtId Unit,
    string? Owner,
    string? ResponsibleLeader,
    string? Handler,
    string? Source,
    DateOnly? AssignedOn,
    DateOnly? FirstVisitOn);
