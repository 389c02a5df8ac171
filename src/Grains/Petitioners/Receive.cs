using System.Collections.Immutable;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Leaders;

namespace PetitionMesh.Grains.Petitioners;

/// <summary>
/// A reception as it comes from the window, checked in form by the gateway. Goes to the petitioner, or straight to a case where
/// nobody is identified.
/// </summary>
/// <param name="Now">Instant of registration.</param>
/// <param name="Receiver">An active leader of the court, or null: nobody on duty, so a first reception stays pending.</param>
/// <param name="Persons">The petitioner first, then further representatives of a collective petition (at most five in all).</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.receive")]
public sealed record Receive(
    [property: Id(0)] CommandId Id,
    [property: Id(1)] Actor Actor,
    [property: Id(2)] DateTimeOffset Now,
    [property: Id(3)] CourtId Court,
    [property: Id(4)] Channel Channel,
    [property: Id(5)] LeaderId? Receiver,
    [property: Id(6)] DateTimeOffset OccurredAt,
    [property: Id(7)] ImmutableArray<Person> Persons,
    [property: Id(8)] CaseReference Case,
    [property: Id(9)] Secret Claim,
    [property: Id(10)] Secret Opinion,
    [property: Id(11)] int Headcount,
    [property: Id(12)] Level Level)
{
    [NonSerialized]
    private Memo? _memo = new();

    /// <summary>承办人 of the original lawsuit as given, or null: warns when the receiver bears that name (W3).</summary>
    [Id(13)]
    public string? OriginalJudge { get; init; }

    public ReceptionId Reception => new(Derived.Reception);

    /// <summary>Id of the case this command opens, if it opens one.</summary>
    public CaseId NewCase => new(Derived.Case);

    public SummonsId Summons => new(Derived.Summons);

    /// <summary>Each is asked for several times on the way, and costs a hash. A copy with another id has its own.</summary>
    private DerivedIds Derived
    {
        get
        {
            // What came over a wire was made without its constructor.
            var memo = _memo ??= new Memo();
            var known = memo.Ids;
            if (known is null || !ReferenceEquals(known.Command, Id))
                memo.Ids = known = new DerivedIds(Id);
            return known;
        }
    }

    private sealed class DerivedIds(CommandId command)
    {
        public CommandId Command => command;

        public Guid Reception { get; } = command.Derive("reception");

        public Guid Case { get; } = command.Derive("case");

        public Guid Summons { get; } = command.Derive("summons");
    }

    /// <summary>No part of what the command says, so all of them are equal.</summary>
    private sealed class Memo
    {
        public DerivedIds? Ids { get; set; }

        public override bool Equals(object? obj) => obj is Memo;

        public override int GetHashCode() => 0;
    }
}

/// <summary>Someone who petitions, as given at this contact.</summary>
/// <param name="Key">Null without identity document.</param>
/// <param name="IdNumber">Normal form; empty without document.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.person")]
public sealed record Person(
    [property: Id(0)] PetitionerKey? Key,
    [property: Id(1)] IdType IdType,
    [property: Id(2)] Secret IdNumber,
    [property: Id(3)] Secret? Name,
    [property: Id(4)] Secret? Phone);

/// <summary>Which case is meant: at most one of the three; none asks the system to find out.</summary>
[GenerateSerializer, Immutable, Alias("petition-mesh.case-reference")]
public sealed record CaseReference(
    [property: Id(0)] CaseNumber? Number,
    [property: Id(1)] CaseId? Id,
    [property: Id(2)] bool New)
{
    public static CaseReference Absent { get; } = new(null, null, false);
}
