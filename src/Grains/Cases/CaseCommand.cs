using System.Collections.Immutable;
using PetitionMesh.Grains.Cases.Clocks;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.CourtDays;
using PetitionMesh.Grains.Leaders;
using PetitionMesh.Grains.Petitioners;

namespace PetitionMesh.Grains.Cases;

/// <summary>What is asked of a case. Everything a decision needs stands in it: the decider looks nothing up.</summary>
public abstract partial record CaseCommand
{
    /// <summary>W3, W4, W8: register a reception, the first one opening the case.</summary>
    /// <param name="Case">The case's id, for the event that opens it.</param>
    /// <param name="Opening">What a new case is about; a case that exists ignores it.</param>
    /// <param name="ReceiverCourt">Court of the receiver, which takes part in the case when he becomes its owner.</param>
    /// <param name="Unit">J11: the reporting unit whose day it belongs to, see <see cref="ReportingUnits.OfReception"/>.</param>
    /// <param name="Today">City day of the registration.</param>
    /// <param name="SkipsLevel">S10, S4; see <see cref="CaseDecider.SkipsLevel"/>.</param>
    /// <param name="AnswerDue">G1: last day of the first written answer, should this be the first reception.</param>
    /// <param name="Terms">For the clocks of a case that this reception reopens; null are the rules' own.</param>
    public sealed record Receive(
        ReceptionId Reception,
        CaseId Case,
        Opening? Opening,
        CourtId Court,
        Channel Channel,
        LeaderId? Receiver,
        CourtId? ReceiverCourt,
        DateTimeOffset OccurredAt,
        DateOnly Day,
        DateTimeOffset Now,
        DateOnly Today,
        PetitionerKey? Petitioner,
        ImmutableArray<PetitionerKey> Joining,
        SealedContent Content,
        int Headcount,
        Level Level,
        bool SkipsLevel,
        SummonsId Summons,
        DateOnly? AnswerDue = null,
        CaseTerms? Terms = null,
        UnitId? Unit = null) : CaseCommand
    {
        /// <inheritdoc cref="Petitioners.Receive.OriginalJudge"/>
        public string? OriginalJudge { get; init; }

        /// <inheritdoc cref="CaseEvent.Received.Representatives"/>
        public ImmutableArray<PetitionerKey>? Representatives { get; init; }

        /// <inheritdoc cref="CaseEvent.Received.RecorderName"/>
        public string? RecorderName { get; init; }
    }

    /// <summary>W5, J1: take up rows of a ledger that name this matter.</summary>
    /// <param name="Owner">Leader whom the winning row names, or null when none of the city's has that name.</param>
    public sealed record Import(
        CaseId Case,
        Opening Opening,
        CaseEvent.Imported Rows,
        LeaderId? Owner,
        CourtId? OwnerCourt,
        DateTimeOffset Now,
        DateOnly Today) : CaseCommand;

    /// <summary>Names the person of a case that stood by itself.</summary>
    public sealed record Identify(CaseId Case, PetitionerKey Petitioner, Sealed Person, Actor Actor) : CaseCommand;

    /// <summary>Deletes the data key of a case that stands by itself.</summary>
    public sealed record EraseData(string Reason) : CaseCommand;

    private CaseCommand()
    {
    }
}

/// <summary>What a case begins with.</summary>
[GenerateSerializer, Immutable, Alias("petition-mesh.opening")]
public sealed record Opening(
    [property: Id(0)] CaseNumber? Number,
    [property: Id(1)] ImmutableArray<PetitionerKey> Petitioners,
    [property: Id(2)] string QueryCodeHash);

/// <summary>The personal part of a reception, sealed before anything is decided.</summary>
[GenerateSerializer, Immutable, Alias("petition-mesh.sealed-content")]
public sealed record SealedContent(
    [property: Id(0)] Sealed Person,
    [property: Id(1)] Sealed Claim,
    [property: Id(2)] Sealed? Opinion);
