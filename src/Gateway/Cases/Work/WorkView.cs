using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PetitionMesh.Gateway.Cases.Papers;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Cases.Acts;
using PetitionMesh.Grains.Cases.Closings;

namespace PetitionMesh.Gateway.Cases.Work;

/// <summary>What has been done on a case beyond its receptions.</summary>
/// <param name="AgeDays">Days since it was opened, up to its end.</param>
/// <param name="HeldDays">Days in the hands that hold it now, up to its end.</param>
/// <param name="SentBack">J6: how often a closing report came back.</param>
internal sealed record WorkView(
    int AgeDays,
    int HeldDays,
    int Level,
    AssignedCaseView? Assignment,
    EntryView? Entry,
    ImmutableArray<ClockView> Clocks,
    ImmutableArray<ActRecord> Acts,
    ImmutableArray<PaperView> Papers,
    ImmutableArray<ClosingView> Closings,
    int SentBack);

internal sealed record AssignedCaseView(
    string Source, string DocumentNumber, DateTimeOffset ReceivedAt, string Unit, string? Division, bool Urgent);

internal sealed record EntryView(DateOnly On, string ResponsibleLeader, string Handler, string Contact, string? Team);

/// <summary>One recorded act with its texts opened; null texts where the data has been deleted.</summary>
/// <param name="Clock">The limit that it started.</param>
internal sealed record ActRecord(
    ActId ActId,
    CaseAct Act,
    string Title,
    string Rule,
    DateOnly On,
    DateTimeOffset At,
    string Actor,
    ImmutableArray<FilledField> Fields,
    ImmutableArray<string> Papers,
    string? Clock);

/// <summary>A field as it was filled in.</summary>
internal sealed record FilledField(string Name, string Title, string? Value);

/// <summary>A closing report and how far it got.</summary>
/// <param name="To">J9: who takes a handover.</param>
/// <param name="Erased">Its texts are there, and nobody can read them any more.</param>
internal sealed record ClosingView(
    int Number,
    EndingGround Ground,
    string Outcome,
    string OutcomeName,
    DateOnly On,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? To,
    bool Erased,
    ImmutableArray<FilledField> Report,
    ImmutableArray<string> Papers,
    ImmutableArray<SignatureView> Signatures,
    SignatureLayer? Next,
    string? SentBackBy);

/// <param name="Erased">An opinion is there, and nobody can read it any more.</param>
internal sealed record SignatureView(SignatureLayer Layer, string LayerName, string Name, DateOnly On, string? Opinion, bool Erased);
