using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PetitionMesh.Gateway.Cases.Work;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Grains.Cases;

namespace PetitionMesh.Gateway.Cases;

/// <summary>A case as the courts that take part read it (一案一档); numbers of documents and phones are masked.</summary>
/// <param name="Receptions">Also those of cases that were joined into this one.</param>
/// <param name="Chronicle">J7, S9: everything that became of it and of cases that were joined into it.</param>
internal sealed record CaseFileView(
    CaseId CaseId,
    string? CaseNumber,
    string Court,
    CaseStatus Status,
    OwnerView? Owner,
    ImmutableArray<OwnerTermView> Owners,
    DateOnly OpenedOn,
    DateOnly? LastReceptionOn,
    CaseId? JoinedInto,
    ImmutableArray<string> Courts,
    ImmutableArray<ReceptionRecord> Receptions,
    ImmutableArray<ImportedRecord> Imported,
    WorkView Work,
    ImmutableArray<ChronicleEntry> Chronicle);

/// <summary>W3: one of those in whose hands the case was, the first at the top; nobody is ever taken off this list.</summary>
/// <param name="FirstReceiver">Whether he first received it.</param>
/// <param name="To">Null for the present owner.</param>
/// <param name="Succession">By what act it came to him; null for the first.</param>
internal sealed record OwnerTermView(
    string LeaderId, string Name, string Post, string Court, OwnerOrigin Origin, bool FirstReceiver, DateTimeOffset From, DateTimeOffset? To, SuccessionView? Succession);

/// <summary>W3: a recorded succession.</summary>
/// <param name="On">City day of the approval.</param>
internal sealed record SuccessionView(SuccessionGround Ground, string Reason, string ApprovedBy, string ApprovedByName, DateOnly On);

/// <summary>A person as shown; null where the data has been deleted.</summary>
internal sealed record PersonView(string IdType, string? IdNumber, string? Name, string? Phone);

/// <summary>One line of the reception register (接访登记表, W7).</summary>
/// <param name="RecordedBy">Who wrote it down.</param>
/// <param name="RecorderName">His name (W7); null on receptions from before it was kept.</param>
/// <param name="OriginalJudge">Who decided the original lawsuit, as named at the window.</param>
/// <param name="Representatives">Who came along for a collective petition (集体访), as registered; masked.</param>
/// <param name="Erased">Its personal data has been deleted.</param>
/// <param name="Of">The joined case of which it is the n-th; null where it is of this one.</param>
/// <param name="Summons">W8: the owner's summons and what became of it; null where none was sent.</param>
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
    bool Returned,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? RecorderName,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? OriginalJudge,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] SummonsStanding? Summons,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] CaseId? Of,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ImmutableArray<PersonView?>? Representatives,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Erased);

/// <summary>What an imported ledger says of the case (J1, W5).</summary>
/// <param name="Erased">Its personal data has been deleted.</param>
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
    bool ProvinceVisit,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Erased);
