using System.Text.Json.Serialization;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;

namespace PetitionMesh.Grains.Routings;

/// <summary>What happened to a routing slip (Y2, Y3). Names and fields are on disk: add to them, never change them.</summary>
/// <remarks>Nothing of petitioners is in the open: texts are sealed, and whoever is named is an official. <c>By</c> is the name of who recorded it.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(Registered), "routing.registered.v1")]
[JsonDerivedType(typeof(Routed), "routing.routed.v1")]
[JsonDerivedType(typeof(Objected), "routing.objected.v1")]
[JsonDerivedType(typeof(Decided), "routing.decided.v1")]
[JsonDerivedType(typeof(Enforced), "routing.enforced.v1")]
[JsonDerivedType(typeof(Withdrawn), "routing.withdrawn.v1")]
[JsonDerivedType(typeof(ContentErased), "routing.content-erased.v1")]
public abstract record RoutingEvent
{
    /// <summary>A matter waits to be routed.</summary>
    /// <param name="Number">The matter's own number.</param>
    /// <param name="Ground">Null while the search has not told.</param>
    /// <param name="Day">City day of the receipt (Y2) or of the search (Y3), from which the limit runs.</param>
    /// <param name="DueOn">Last city day to route it, by the court's limit at that time.</param>
    public sealed record Registered(
        RoutingId Routing, CourtId Court, RoutingKind Kind, CaseNumber Number, RoutingGround? Ground, DateOnly Day, DateOnly DueOn, Sealed? Note, string By, DateTimeOffset At)
        : RoutingEvent;

    /// <summary>分流.</summary>
    /// <param name="Related">关联案号; null where no related matter was found.</param>
    /// <param name="Receiver">First judge or officer; the ordinary receiver where nothing is related.</param>
    /// <param name="Day">City day of the record.</param>
    /// <param name="Late">After the last day.</param>
    /// <param name="ObjectUntil">Last city day of an objection.</param>
    public sealed record Routed(
        RoutingId Routing, CaseNumber? Related, Official Receiver, RoutingGround? Ground, DateOnly Day, bool Late, DateOnly ObjectUntil, string By, DateTimeOffset At) : RoutingEvent;

    /// <summary>异议.</summary>
    /// <param name="Objection">From 1 on each slip.</param>
    /// <param name="Related">Of a missed match: the number that the search missed.</param>
    /// <param name="First">Of a missed match: who had it first.</param>
    /// <param name="Tally">With this one.</param>
    public sealed record Objected(
        RoutingId Routing, int Objection, ObjectionKind Kind, string Objector, CaseNumber? Related, Official? First, RoutingGround? Ground, Sealed Reason, DateOnly Day, ObjectionTally Tally, string By,
        DateTimeOffset At) : RoutingEvent;

    /// <summary>Y4: an objection was decided.</summary>
    /// <param name="Receiver">Who has the matter now; null where it stays.</param>
    /// <param name="Related">关联案号 from now on, where <paramref name="Receiver"/> is somebody else.</param>
    /// <param name="ObjectUntil">Last city day on which the new receiver may object.</param>
    /// <param name="DecidedBy">Who decided, by name.</param>
    /// <param name="Day">决定日期.</param>
    /// <param name="Tally">With this one.</param>
    public sealed record Decided(
        RoutingId Routing, int Objection, ObjectionOutcome Outcome, Official? Receiver, CaseNumber? Related, RoutingGround? Ground, DateOnly? ObjectUntil, string DecidedBy, Sealed Opinion, Sealed Reasons,
        DateOnly Day, ObjectionTally Tally, string By, DateTimeOffset At) : RoutingEvent;

    /// <summary>Y3: what has been enforced this way until a day, in all; a later one takes its place.</summary>
    /// <param name="Fen">1/100 yuan.</param>
    public sealed record Enforced(RoutingId Routing, long Fen, DateOnly Day, string By, DateTimeOffset At) : RoutingEvent;

    /// <summary>It should not have been registered, and was not routed; the number may be registered anew.</summary>
    public sealed record Withdrawn(RoutingId Routing, string Reason, string By, DateTimeOffset At) : RoutingEvent;

    /// <summary>The keys of the texts so far were deleted.</summary>
    public sealed record ContentErased(RoutingId Routing, string Reason) : RoutingEvent;

    private RoutingEvent()
    {
    }
}

/// <summary>Who a matter is with: a judge or officer of the court.</summary>
/// <param name="Name">Of the official.</param>
/// <param name="Division">Division of the court.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.official")]
public sealed record Official([property: Id(0)] string Name, [property: Id(1)] string Division);

/// <summary>The objections of a slip so far. Events carry it, so that the ledger need not remember.</summary>
/// <param name="Missed">Those that name a first judge or officer whom the search missed.</param>
public sealed record ObjectionTally(int Raised, int Missed, int Granted, int Refused, int Settled)
{
    public static ObjectionTally None { get; } = new(0, 0, 0, 0, 0);
}
