using System.Collections.Immutable;
using PetitionMesh.Grains.Cases.Acts;
using PetitionMesh.Grains.Petitioners;

namespace PetitionMesh.Grains.Cases;

/// <summary>One petitioner's matter. Key: the case id. Calls no other grain but, when joining, the case of the higher id.</summary>
[Alias("petition-mesh.i-case")]
public interface ICaseGrain : IGrainWithStringKey
{
    /// <summary>Registers a reception of identified petitioners, together with their slices. Only petitioners call it, in their turn.</summary>
    [Alias("receive")]
    Task<ReceptionOutcome> ReceiveAsync(CaseReception reception);

    /// <summary>Registers a contact of someone without identity document: the case stands by itself.</summary>
    [Alias("receive-unidentified")]
    Task<ReceptionOutcome> ReceiveUnidentifiedAsync(Receive command);

    /// <summary>W5, J1: takes up rows of an imported ledger.</summary>
    [Alias("import")]
    Task<ImportOutcome> ImportAsync(CaseImport import);

    /// <summary>Gives a case that stood by itself its person. Only petitioners call it, in their turn.</summary>
    [Alias("identify")]
    Task<ActOutcome> IdentifyAsync(CaseIdentification identification);

    /// <summary>Joins this case and one of a higher id; the older owner stays.</summary>
    [Alias("join")]
    Task<ActOutcome> JoinAsync(JoinCases command);

    /// <summary>The second half of a join: called by the case of the lower id within its turn.</summary>
    [Alias("join-with")]
    Task<ActOutcome> JoinWithAsync(JoinCases command, JoinSide lower);

    /// <summary>W8: acknowledges, attends or arranges a summons that this case sent. Answers with its <see cref="SummonsStanding"/>.</summary>
    [Alias("answer-summons")]
    Task<ActReply> AnswerSummonsAsync(AnswerSummons command);

    /// <summary>Makes all that was sealed for a case that stands by itself unreadable for good.</summary>
    [Alias("erase-data")]
    Task<ActReply> EraseDataAsync(EraseData command);

    /// <summary>Records an instruction on a case pending before a judge, for ever. Answers with an <see cref="InquiryAnswer"/>.</summary>
    [Alias("record-inquiry")]
    Task<ActReply> RecordInquiryAsync(RecordInquiry command);

    /// <summary>W3: succession and recusal. Answers with a <see cref="HandsStanding"/>.</summary>
    [Alias("change-hands")]
    Task<ActReply> ChangeHandsAsync(ChangeHands command);

    /// <summary>W3: reminds the petition office of a case without an active owner, once for each absence.</summary>
    /// <returns>Whether it was reminded now.</returns>
    [Alias("remind-office")]
    Task<bool> RemindOfficeAsync(RemindOffice command);

    /// <summary>Does the act of a form; a second asking with the same act writes nothing.</summary>
    [Alias("act")]
    Task<ActOutcome> ActAsync(ActRequest request);

    /// <summary>Files a paper whose content is stored.</summary>
    [Alias("file")]
    Task<ActOutcome> FileAsync(PaperFiling filing);

    /// <summary>W14(4): a visit to province or capital.</summary>
    [Alias("report-outside-visit")]
    Task<ActOutcome> ReportOutsideVisitAsync(OutsideVisit visit);

    /// <summary>A rating or a wish to reopen, by the holder of the receipt's code.</summary>
    [Alias("hear-petitioner")]
    Task<ActOutcome> HearPetitionerAsync(PetitionerWord word);

    /// <summary>Notes what the clock alone has made true; asking twice writes nothing.</summary>
    /// <returns>How many events that were.</returns>
    [Alias("sweep")]
    Task<int> SweepAsync(DateTimeOffset now);

    /// <summary>The data key that seals what belongs to this case; where it was erased, a new one that is durable when this completes.</summary>
    /// <param name="actor">Who is about to have something sealed: on the record where the key is new.</param>
    /// <returns>Null when there is no such case, or another activation was faster: ask again.</returns>
    [Alias("key")]
    Task<DataKeyId?> KeyAsync(Actor actor, DateTimeOffset now);

    /// <summary>Where the case stands; null when there is none of this id.</summary>
    [ReadOnly, Alias("standing")]
    Task<CaseStanding?> StandingAsync();

    /// <summary>What the actor may do on the case now; empty where he may do nothing, or there is no such case.</summary>
    [ReadOnly, Alias("open-acts")]
    Task<ImmutableArray<OpenAct>> OpenActsAsync(Actor actor, DateTimeOffset now);

    /// <summary>The case as one of several that may be meant, with its first claim sealed; null when it cannot be meant.</summary>
    [ReadOnly, Alias("candidate")]
    Task<Candidate?> CandidateAsync();
}
