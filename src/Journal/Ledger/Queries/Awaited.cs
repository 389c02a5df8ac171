using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Leaders;

namespace PetitionMesh.Journal.Ledger;

/// <summary>Whose turn is asked for: what any of these must sign or decide (J6, W14).</summary>
/// <param name="Owner">Reports and requests of the cases he owns.</param>
/// <param name="PresidentOf">The court whose president signs.</param>
public sealed record AwaitedOf(LeaderId? Owner = null, CourtId? PresidentOf = null, bool IntermediateHead = false, bool Office = false, bool LeadingGroup = false);

/// <summary>What waits for somebody's decision on a case.</summary>
/// <param name="Kind">closing or reopening.</param>
/// <param name="By">A word of <c>SignatureLayer</c>, or revision: the report came back or lapsed.</param>
/// <param name="Court">That handles the case; null where an older release did not write it.</param>
public sealed record AwaitedLine(CaseId Case, CaseNumber? Number, CaseStatus Status, string Kind, string By, CourtId? Court, DateOnly Since, long Position);
