using System.Collections.Immutable;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Leaders;
using PetitionMesh.Grains.Petitioners;

namespace PetitionMesh.Journal.Ledger;

/// <summary>
/// Lists, counts and look-ups over the ledger, which is written with the events: what has been acknowledged is in the next
/// answer. Nothing here holds personal data. Each answer is one snapshot. Who may ask what is the caller's to decide.
/// </summary>
/// <remarks>A case that was joined into an older one is answered as the older one and is on no list of its own.</remarks>
public partial interface ILedger : IVacancies
{
    /// <summary>Receptions on city days <paramref name="from"/> to <paramref name="to"/>, both included; rows of zeros are left out.</summary>
    /// <param name="court">Only this court; null is the whole city.</param>
    Task<Counts> CountReceptionsAsync(DateOnly from, DateOnly to, CountsBy by, CourtId? court, CancellationToken cancellationToken);

    /// <summary>W14: resolutions counted on these city days, by court and ground; those taken back are not among them.</summary>
    Task<ImmutableArray<ResolutionCount>> CountResolutionsAsync(DateOnly from, DateOnly to, CourtId? court, CancellationToken cancellationToken);

    /// <summary>One page of the ledger of cases, newest first.</summary>
    Task<CasePage> ListCasesAsync(CaseFilter filter, CancellationToken cancellationToken);

    Task<CaseLine?> FindCaseAsync(CaseId id, CancellationToken cancellationToken);

    Task<ImmutableArray<CaseLine>> FindCasesAsync(CaseNumber number, CancellationToken cancellationToken);

    /// <summary>The cases of a person, in the order in which they became theirs; empty for a person nobody knows. A point read on an index.</summary>
    Task<ImmutableArray<CaseLine>> FindCasesAsync(PetitionerKey petitioner, CancellationToken cancellationToken);

    /// <summary>Whether any case of the city is this person's. A point read on an index, so that a look-up activates nothing.</summary>
    Task<bool> IsKnownAsync(PetitionerKey petitioner, CancellationToken cancellationToken);

    /// <summary>The case of a receipt's query code, or null.</summary>
    Task<CaseLine?> FindCaseByQueryCodeAsync(string queryCodeHash, CancellationToken cancellationToken);

    /// <summary>Courts that take part: received it, opened it, own it, or have it on an imported ledger; also of cases joined into it.</summary>
    Task<ImmutableArray<CourtId>> CourtsOfAsync(CaseId id, CancellationToken cancellationToken);

    /// <summary>How many cases a leader owns, and how many of them are not ended.</summary>
    Task<OwnedCases> CountOwnedAsync(LeaderId owner, CancellationToken cancellationToken);

    /// <summary>W4: notices of the cases a leader owns now, to whomever they were sent (W3), newest first, at most <paramref name="limit"/> (1–200).</summary>
    Task<ImmutableArray<NoticeLine>> ListNoticesAsync(LeaderId leader, int limit, CancellationToken cancellationToken);

    /// <summary>J1: the rows of imported ledgers that name this case, in the order of their import.</summary>
    Task<ImmutableArray<ImportedLine>> ListImportRowsAsync(CaseId id, CancellationToken cancellationToken);

    /// <summary>The case that a row of an import became part of, or null while it has not been taken in.</summary>
    Task<CaseId?> FindImportRowAsync(string import, int row, CancellationToken cancellationToken);
}
