using System.Collections.Immutable;
using PetitionMesh.Gateway.Cases.Work;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Grains.Cases;

namespace PetitionMesh.Gateway.Cases;

/// <summary>A case as the courts that take part read it (一案一档); numbers of documents and phones are masked.</summary>
internal sealed record CaseFileView(
    CaseId CaseId,
    string? CaseNumber,
    string Court,
    CaseStatus Status,
    OwnerView? Owner,
    DateOnly OpenedOn,
    DateOnly? LastReceptionOn,
    CaseId? JoinedInto,
    ImmutableArray<string> Courts,
    ImmutableArray<ReceptionRecord> Receptions,
    ImmutableArray<ImportedRecord> Imported,
    WorkView Work);

/// <summary>A person as shown; null where the data has been deleted.</summary>
internal sealed record PersonView(string IdType, string? IdNumber, string? Name, string? Phone);

/// <summary>One line of the reception register (接访登记表, W7).</summary>
/// <param name="RecordedBy">Who wrote it down.</param>
internal sealed record ReceptionRecord(
    ReceptionId ReceptionId,
    int Number,
    bool First,
    string Court,
    Channel Channel,
    string? ReceivedBy,
    string RecordedBy,
    DateTimeOffset OccurredAt,
    PersonView? Petitioner,
    string? Claim,
    string? Opinion,
    int Headcount,
    Level Level,
    bool SkipsLevel,
    bool Late,
    bool Returned);

/// <summary>What an imported ledger says of the case (J1, W5).</summary>
internal sealed record ImportedRecord(
    string Import,
    string Unit,
    ImmutableArray<int> Rows,
    PersonView? Petitioner,
    string? Grievance,
    DateOnly? FirstVisitOn,
    int EarlierVisits,
    bool LongStanding,
    bool Enforcement,
    bool ProvinceVisit);
