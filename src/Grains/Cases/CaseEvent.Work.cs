using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PetitionMesh.Grains.Cases.Acts;
using PetitionMesh.Grains.Cases.Clocks;
using PetitionMesh.Grains.Cases.Closings;
using PetitionMesh.Grains.Cases.Papers;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Leaders;

namespace PetitionMesh.Grains.Cases;

/// <content>Work on a case, from its assignment to its signed end.</content>
[JsonDerivedType(typeof(Assigned), "case.assigned.v1")]
[JsonDerivedType(typeof(Entered), "case.entered.v1")]
[JsonDerivedType(typeof(Acted), "case.acted.v1")]
[JsonDerivedType(typeof(PaperFiled), "case.paper-filed.v1")]
[JsonDerivedType(typeof(OutsideVisitReported), "case.outside-visit-reported.v1")]
[JsonDerivedType(typeof(ClosingSubmitted), "case.closing-submitted.v1")]
[JsonDerivedType(typeof(Signed), "case.signed.v1")]
[JsonDerivedType(typeof(SentBack), "case.sent-back.v1")]
[JsonDerivedType(typeof(ClosingLapsed), "case.closing-lapsed.v1")]
[JsonDerivedType(typeof(PassedOn), "case.passed-on.v1")]
[JsonDerivedType(typeof(ReopeningAsked), "case.reopening-asked.v1")]
[JsonDerivedType(typeof(Rated), "case.rated.v1")]
public abstract partial record CaseEvent
{
    /// <summary>J5: sent down by a superior body. The unit's court takes part from now on.</summary>
    /// <param name="Number">1..n of the assignments of this case.</param>
    /// <param name="Source">Word of the form: superiorCourt, petitionBureau, congress, …</param>
    /// <param name="ReceivedAt">From here the limits run.</param>
    public sealed record Assigned(
        CaseId Case,
        ActId Id,
        int Number,
        string Source,
        string DocumentNumber,
        DateTimeOffset ReceivedAt,
        DateOnly ReceivedOn,
        CourtId Unit,
        string? Division,
        bool Urgent) : CaseEvent;

    /// <summary>J5: on the ledger with responsible leader, handler and contact; the owner stands on it by W3.</summary>
    /// <param name="Assignment">Number of the assignment it enters; 0 for a case that nobody assigned.</param>
    public sealed record Entered(
        CaseId Case,
        ActId Id,
        int Assignment,
        DateOnly On,
        LeaderId ResponsibleLeader,
        string Handler,
        string Contact,
        string? Team) : CaseEvent;

    /// <summary>An act that its form describes wholly (<see cref="ActForms"/>).</summary>
    /// <param name="On">City day on which it took place; the recorder's day when the form has no day of its own.</param>
    /// <param name="Narrative">Sealed JSON object of the form's narrative fields.</param>
    /// <param name="Clock">The clock it started, if any.</param>
    public sealed record Acted(
        CaseId Case,
        ActId Id,
        CaseAct Act,
        DateOnly On,
        DateTimeOffset At,
        ImmutableArray<Fact> Facts,
        Sealed? Narrative,
        ImmutableArray<PaperId> Papers,
        ClockId? Clock) : CaseEvent;

    /// <param name="Hash">SHA-256 of the content, hexadecimal.</param>
    /// <param name="Size">Bytes of the content.</param>
    /// <param name="Key">The data key that seals the content: once it is deleted, nobody reads the paper any more.</param>
    public sealed record PaperFiled(CaseId Case, PaperId Paper, PaperKind Kind, string MediaType, int Size, string Hash, DateOnly On, DataKeyId? Key = null) : CaseEvent;

    /// <summary>A visit to province or capital: a notice on the case, no reception of ours.</summary>
    /// <param name="Place">province or capital.</param>
    public sealed record OutsideVisitReported(CaseId Case, ActId Id, Level Place, DateOnly On, string ToldBy, LeaderId? Owner) : CaseEvent;

    /// <summary>J6, J9, J14: the closing report is handed in; from here it goes from layer to layer.</summary>
    /// <param name="Number">1..n of the closings of this case.</param>
    /// <param name="Outcome">J8, word of the form.</param>
    /// <param name="Report">Sealed JSON object: the seven sections and the reason.</param>
    /// <param name="Layers">Who signs, in this order.</param>
    /// <param name="To">For a handover: who takes responsibility.</param>
    /// <param name="Court">That handles the case. Missing in what older releases wrote.</param>
    /// <param name="At">When it was submitted. Missing in what older releases wrote.</param>
    public sealed record ClosingSubmitted(
        CaseId Case,
        ActId Id,
        int Number,
        EndingGround Ground,
        string Outcome,
        Sealed? Report,
        ImmutableArray<SignatureLayer> Layers,
        ImmutableArray<PaperId> Papers,
        DateOnly On,
        string? To,
        CourtId? Court = null,
        DateTimeOffset? At = null) : CaseEvent;

    /// <param name="By">Subject of the token that signed.</param>
    /// <param name="Next">Whose turn it is now; null after the last. Missing in what older releases wrote.</param>
    public sealed record Signed(
        CaseId Case, ActId Id, int Closing, SignatureLayer Layer, string By, string Name, DateTimeOffset At, DateOnly On, Sealed? Narrative, SignatureLayer? Next = null) : CaseEvent;

    /// <summary>J6: back to the owner, with the reason; the next report starts at the first layer.</summary>
    public sealed record SentBack(CaseId Case, ActId Id, int Closing, SignatureLayer Layer, string By, DateOnly On, Sealed? Narrative) : CaseEvent;

    /// <summary>A report that is being signed says no longer what is so: nobody signs it on. The next one starts at the first layer.</summary>
    public sealed record ClosingLapsed(CaseId Case, int Closing, LapseGround Ground, DateOnly On) : CaseEvent;

    /// <summary>J9: after the termination, responsibility passed to the local party and government. It was counted when it was terminated.</summary>
    public sealed record PassedOn(CaseId Case, string To, DateOnly On, CourtId Court) : CaseEvent;

    /// <summary>The petitioner asks by the receipt's code to have the case taken up again; the owner decides.</summary>
    public sealed record ReopeningAsked(CaseId Case, ActId Id, DateOnly On, Sealed Narrative, LeaderId? Owner) : CaseEvent;

    /// <summary>How the petitioner rates the handling (S10), once per answered or ended round.</summary>
    /// <param name="Stars">1 to 5.</param>
    public sealed record Rated(CaseId Case, int Stars, DateOnly On, CourtId Court) : CaseEvent;
}
