using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Journal.Access;

/// <summary>Reads are recorded: who looked at what, and when.</summary>
public interface IAccessLog
{
    /// <summary>Opening a case, its history, an export or a paper: durable before it returns, so before the answer is given.</summary>
    /// <exception cref="JournalException">Not (certainly) recorded: do not give the answer.</exception>
    Task RecordAsync(AccessRecord access, CancellationToken cancellationToken);

    /// <summary>
    /// A look-up, which shows no personal data: buffered and durable within a second. Completes at once unless the buffer is
    /// full; then it waits rather than lose the record.
    /// </summary>
    /// <param name="cases">What was found; empty when nobody was.</param>
    /// <exception cref="JournalUnavailableException">The buffer stayed full for a whole append timeout.</exception>
    ValueTask NoteLookupAsync(string actor, string court, ReadOnlySpan<CaseId> cases);
}

/// <summary>One recorded read.</summary>
/// <param name="Actor">Subject of the token.</param>
/// <param name="Court">The reader's court.</param>
/// <param name="What">Such as <c>case.open</c>, <c>case.history</c>, <c>export</c>, <c>paper</c>.</param>
/// <param name="Subject">Id of what was read; never personal data.</param>
public sealed record AccessRecord(string Actor, string Court, string What, string Subject);
