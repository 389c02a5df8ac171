using System.Collections.Immutable;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.FirstRequests;

namespace PetitionMesh.Grains.Petitioners;

/// <summary>
/// A person city-wide. Key: the petitioner key. Knows which cases this person has anywhere in the city, so that two courts
/// registering the same first visit at the same moment yield one case and one first receiver.
/// </summary>
[Alias("petition-mesh.i-petitioner")]
public interface IPetitionerGrain : IGrainWithStringKey
{
    /// <summary>
    /// Registers a reception. A collective petition asks its representatives in ascending order of their keys, each within the
    /// turn of the one before; the last one decides and the case appends for all.
    /// </summary>
    /// <param name="before">What the representatives asked before stand for; empty from outside.</param>
    [Alias("receive")]
    Task<ReceptionOutcome> ReceiveAsync(Receive command, ImmutableArray<PetitionerStanding> before);

    /// <summary>W5, J1: takes up a matter of an imported ledger.</summary>
    [Alias("import")]
    Task<ImportOutcome> ImportAsync(ImportMatter matter);

    /// <summary>Y1: registers a first request of this person. It fixes no owner and is no case yet. Answers with a <see cref="FirstRequestAnswer"/>.</summary>
    [Alias("ask-first")]
    Task<ActReply> AskFirstAsync(ReceiveFirstRequest command);

    /// <summary>Takes a case that stood by itself as this person's.</summary>
    [Alias("identify")]
    Task<ActOutcome> IdentifyAsync(Identify command);

    /// <summary>Makes all that was sealed for this person unreadable for good. Who comes back afterwards is received as before.</summary>
    [Alias("erase-data")]
    Task<ActReply> EraseDataAsync(EraseData command);

    /// <summary>Where each of this person's cases stands, oldest first, joined ones as the case they went into; empty for someone unknown.</summary>
    [ReadOnly, Alias("cases")]
    Task<ImmutableArray<CaseStanding>> CasesAsync();
}
