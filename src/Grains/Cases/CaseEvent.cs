using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.CourtDays;
using PetitionMesh.Grains.Leaders;
using PetitionMesh.Grains.Petitioners;

namespace PetitionMesh.Grains.Cases;

/// <summary>
/// What has happened to a case. Names and fields are on disk: add to them, never change them. Each event carries what the
/// ledger needs, so that a projection never has to look anything up.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(Opened), "case.opened.v1")]
[JsonDerivedType(typeof(Received), "case.received.v1")]
[JsonDerivedType(typeof(OwnerFixed), "case.owner-fixed.v1")]
[JsonDerivedType(typeof(Summoned), "case.summoned.v1")]
[JsonDerivedType(typeof(OwnerNotified), "case.owner-notified.v1")]
[JsonDerivedType(typeof(Imported), "case.imported.v1")]
[JsonDerivedType(typeof(Ended), "case.ended.v1")]
[JsonDerivedType(typeof(BecameFinal), "case.became-final.v1")]
[JsonDerivedType(typeof(Reopened), "case.reopened.v1")]
[JsonDerivedType(typeof(Identified), "case.identified.v1")]
[JsonDerivedType(typeof(JoinedInto), "case.joined-into.v1")]
[JsonDerivedType(typeof(JoinedBy), "case.joined-by.v1")]
[JsonDerivedType(typeof(ContentErased), "case.content-erased.v1")]
[JsonDerivedType(typeof(KeyRenewed), "case.key-renewed.v1")]
public abstract partial record CaseEvent
{
    /// <summary>A matter begins. <paramref name="QueryCodeHash"/> finds it again for the holder of the receipt's code.</summary>
    /// <param name="Petitioners">Who petitions, the first representative first; empty while nobody is identified.</param>
    /// <param name="On">City day.</param>
    public sealed record Opened(
        CaseId Case,
        CaseNumber? Number,
        CourtId Court,
        ImmutableArray<PetitionerKey> Petitioners,
        string QueryCodeHash,
        DateOnly On) : CaseEvent;

    /// <summary>W7: one contact, with identity, claim and opinion. Both names stay on it: who received and who wrote it down.</summary>
    /// <param name="Number">1..n of the receptions of this case in the system, without gap.</param>
    /// <param name="First">First reception of this matter anywhere; false for every one of an imported, long-standing case.</param>
    /// <param name="Receiver">Null when no leader has taken it yet.</param>
    /// <param name="Day">City day of <paramref name="OccurredAt"/>: where it counts.</param>
    /// <param name="Petitioner">Who came; null without identity document.</param>
    /// <param name="Joining">Representatives this reception brings to the case for the first time.</param>
    /// <param name="Person">Sealed JSON of identity, name and phone as given now.</param>
    /// <param name="SkipsLevel">S10: gone above the receiving court's own tier, never by video (S4).</param>
    /// <param name="Late">W3: entered after the day itself.</param>
    /// <param name="EarlierThanFirst">W3: says it happened before the reception that fixed the owner; changes nothing but is marked.</param>
    /// <param name="Returned">W14: came after a final end.</param>
    /// <param name="AnswerDue">G1: last day of the first written answer, of a first reception. Its clock is written only once something moves it.</param>
    /// <param name="Unit">J11: the reporting unit whose day it belongs to; null where no unit reports for the receiver, and before units were kept.</param>
    /// <param name="Kind">What the original lawsuit is about; null without a case number.</param>
    /// <param name="FromImport">True when an imported ledger had the case before (W5, J1), else null.</param>
    public sealed record Received(
        ReceptionId Reception,
        CaseId Case,
        int Number,
        bool First,
        CourtId Court,
        Channel Channel,
        LeaderId? Receiver,
        DateTimeOffset OccurredAt,
        DateOnly Day,
        PetitionerKey? Petitioner,
        ImmutableArray<PetitionerKey> Joining,
        Sealed Person,
        Sealed Claim,
        Sealed? Opinion,
        int Headcount,
        Level Level,
        bool SkipsLevel,
        bool Late,
        bool EarlierThanFirst,
        bool Returned,
        DateOnly? AnswerDue = null,
        UnitId? Unit = null,
        MatterKind? Kind = null,
        bool? FromImport = null) : CaseEvent
    {
        /// <summary>承办人 of the original lawsuit as given at the window; null where nobody gave one.</summary>
        public string? OriginalJudge { get; init; }

        /// <summary>Who came along for a collective petition, as named; null where nobody else was, and before they were kept. Their names stay with each of them.</summary>
        public ImmutableArray<PetitionerKey>? Representatives { get; init; }

        /// <summary>W7: who wrote the record, by name; null on receptions from before the name was kept.</summary>
        public string? RecorderName { get; init; }

        /// <summary>G1 calendar days: what a first reception was promised before the day stood on the event.</summary>
        private const int AnswerDays = 7;

        /// <summary>G1: last day of the first written answer, or null where this reception is not the first.</summary>
        [JsonIgnore]
        public DateOnly? AnswerBy => AnswerDue ?? (First ? Day.AddDays(AnswerDays) : null);
    }

    /// <summary>W3: this leader owns the case to the end.</summary>
    /// <param name="Court">The owner's court; it takes part in the case.</param>
    /// <param name="AlreadyEnded">True when the case has ended: he owns it, but nothing runs in his hands. Else null.</param>
    public sealed record OwnerFixed(CaseId Case, LeaderId Owner, CourtId Court, OwnerOrigin Origin, DateTimeOffset At, bool? AlreadyEnded = null) : CaseEvent;

    /// <summary>W8: the owner is called to the reception place of a repeat visit.</summary>
    public sealed record Summoned(SummonsId Summons, CaseId Case, LeaderId Leader, ReceptionId Reception, CourtId At, DateTimeOffset SentAt) : CaseEvent;

    /// <summary>W4: a repeat that is no visit puts a notice on the owner's desk.</summary>
    public sealed record OwnerNotified(CaseId Case, LeaderId Leader, ReceptionId Reception, Channel Channel) : CaseEvent;

    /// <summary>W5, J1: rows of an imported ledger name this matter. Earlier visits are kept apart and enter no count.</summary>
    public sealed record Imported(
        CaseId Case,
        string Import,
        ImmutableArray<ImportedRow> Rows,
        CourtId Unit,
        Sealed Person,
        Sealed Grievance,
        DateOnly? FirstVisitOn,
        int EarlierVisits,
        bool LongStanding,
        bool Enforcement,
        bool ProvinceVisit) : CaseEvent;

    /// <summary>W14: counted as resolved on <paramref name="Day"/> for <paramref name="Owner"/> at <paramref name="Court"/>.</summary>
    /// <param name="Status">What the case is from now on.</param>
    /// <param name="At">Of the last signature. Missing in what older releases wrote.</param>
    public sealed record Ended(
        CaseId Case, EndingGround Ground, CaseStatus Status, string Reason, DateOnly Day, LeaderId? Owner, CourtId Court, DateTimeOffset? At = null) : CaseEvent
    {
        /// <summary>Whether a visit came after it. On its day the instants decide: the promise is often made at a visit that is entered after it.</summary>
        public bool IsBefore(DateOnly day, DateTimeOffset at) => day > Day || (day == Day && !(at < At));
    }

    /// <summary>W14(4): a year passed without a return; the provisional resolution is final by the clock.</summary>
    /// <param name="Promise">As it was counted: in its cell it is no longer provisional. Missing in what older releases wrote.</param>
    public sealed record BecameFinal(CaseId Case, DateOnly On, Ended? Promise = null) : CaseEvent;

    /// <summary>W14(4): a return within the year. Takes the resolution out of the very cell it was counted in.</summary>
    /// <param name="Undone">The ending that no longer counts.</param>
    /// <param name="Owner">In whose hands it runs again; null where he is the one of <paramref name="Undone"/>.</param>
    public sealed record Reopened(CaseId Case, ReceptionId? By, DateOnly On, Ended Undone, LeaderId? Owner = null) : CaseEvent
    {
        /// <summary>In whose hands it runs again.</summary>
        [JsonIgnore]
        public LeaderId? RunsWith => Owner ?? Undone.Owner;
    }

    /// <summary>A case that stood by itself gets its person, by a recorded act.</summary>
    public sealed record Identified(CaseId Case, PetitionerKey Petitioner, Sealed Person) : CaseEvent;

    /// <summary>The same dispute under two numbers: this case goes on as <paramref name="Older"/>, under its owner.</summary>
    /// <param name="Owner">Whose case it was until now. Missing in what older releases wrote.</param>
    /// <param name="AlreadyEnded">True when it had ended, else null.</param>
    public sealed record JoinedInto(CaseId Case, CaseId Older, string Reason, LeaderId? Owner = null, bool? AlreadyEnded = null) : CaseEvent;

    /// <summary>The older case of a joined pair takes the younger one up.</summary>
    /// <param name="Courts">Courts that took part in the younger case: they take part in this one now. Missing in what older releases wrote.</param>
    public sealed record JoinedBy(CaseId Case, CaseId Younger, string Reason, ImmutableArray<CourtId>? Courts = null) : CaseEvent;

    /// <summary>The data key of a case that stands by itself is deleted: what it sealed is unreadable for good.</summary>
    public sealed record ContentErased(CaseId Case, string Reason) : CaseEvent;

    /// <summary>Its data key was erased and work goes on: what is written down from now on is sealed with a new key of the case's own, erased with the person's.</summary>
    public sealed record KeyRenewed(CaseId Case, DataKeyId Key) : CaseEvent;

    private CaseEvent()
    {
    }
}

/// <summary>One row of an imported ledger as it stands on the case: both units of a matter listed twice keep their row.</summary>
/// <param name="Key">Keyed hash of what the row says: in whichever sheet and by whomever it comes again, it is known. Missing in what older releases wrote.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.imported-row")]
public sealed record ImportedRow(
    [property: Id(0)] int Row,
    [property: Id(1)] CourtId Unit,
    [property: Id(2)] string? Owner,
    [property: Id(3)] string? ResponsibleLeader,
    [property: Id(4)] string? Handler,
    [property: Id(5)] string? Source,
    [property: Id(6)] DateOnly? AssignedOn,
    [property: Id(7)] DateOnly? FirstVisitOn,
    [property: Id(8)] string? Key = null);
