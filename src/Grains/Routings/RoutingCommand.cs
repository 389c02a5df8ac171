using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;

namespace PetitionMesh.Grains.Routings;

/// <summary>Registers a matter that waits to be routed (Y2, Y3).</summary>
/// <param name="Day">City day of the receipt (Y2) or of the search after the first measures (Y3).</param>
/// <param name="Today">City day.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.register-routing")]
public sealed record RegisterRouting(
    [property: Id(0)] CommandId Id,
    [property: Id(1)] Actor Actor,
    [property: Id(2)] DateTimeOffset Now,
    [property: Id(3)] DateOnly Today,
    [property: Id(4)] RoutingKind Kind,
    [property: Id(5)] CaseNumber Number,
    [property: Id(6)] RoutingGround? Ground,
    [property: Id(7)] DateOnly Day,
    [property: Id(8)] Secret? Note)
{
    public CourtId Court => Actor.Court;

    public RoutingId Routing => RoutingId.Of(Court, Kind, Number);
}

/// <summary>A step of a slip: exactly one of the five.</summary>
/// <param name="Today">City day.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.routing-step")]
public sealed record RoutingStep(
    [property: Id(0)] CommandId Id, [property: Id(1)] Actor Actor, [property: Id(2)] DateTimeOffset Now, [property: Id(3)] DateOnly Today)
{
    [Id(4)] public Route? Route { get; init; }

    [Id(5)] public Dispute? Dispute { get; init; }

    [Id(6)] public Resolve? Resolve { get; init; }

    [Id(7)] public RecordEnforced? Enforced { get; init; }

    /// <summary>Why the slip is taken back; it names no person.</summary>
    [Id(8)] public string? Withdraw { get; init; }

    internal bool HasText => Dispute is not null || Resolve is not null;
}

/// <summary>分流: to the first judge or officer, or to the ordinary receiver where <paramref name="Related"/> is null.</summary>
[GenerateSerializer, Immutable, Alias("petition-mesh.route-matter")]
public sealed record Route([property: Id(0)] CaseNumber? Related, [property: Id(1)] Official Receiver, [property: Id(2)] RoutingGround? Ground);

/// <summary>异议.</summary>
/// <param name="Related">Of a missed match, as are <paramref name="First"/> and <paramref name="Ground"/>.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.dispute-routing")]
public sealed record Dispute(
    [property: Id(0)] ObjectionKind Kind,
    [property: Id(1)] CaseNumber? Related,
    [property: Id(2)] Official? First,
    [property: Id(3)] RoutingGround? Ground,
    [property: Id(4)] Secret Reason);

/// <summary>Y4: the decision on the objection that is open.</summary>
/// <param name="Receiver">Of a granted mismatch, or of a settlement that moves the matter.</param>
/// <param name="Related">关联案号 with that receiver.</param>
/// <param name="Day">决定日期.</param>
/// <param name="Ground">分流依据 of that number.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.resolve-objection")]
public sealed record Resolve(
    [property: Id(0)] ObjectionOutcome Outcome,
    [property: Id(1)] Official? Receiver,
    [property: Id(2)] CaseNumber? Related,
    [property: Id(3)] string DecidedBy,
    [property: Id(4)] DateOnly Day,
    [property: Id(5)] Secret Opinion,
    [property: Id(6)] Secret Reasons,
    [property: Id(7)] RoutingGround? Ground);

/// <summary>Y3: what has been enforced in all until a day.</summary>
/// <param name="Fen">1/100 yuan.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.record-enforced")]
public sealed record RecordEnforced([property: Id(0)] long Fen, [property: Id(1)] DateOnly Day);

/// <summary>What registering a routing slip, and every step of it, answers.</summary>
/// <param name="DueOn">Last day to route it, until 24:00 (Y2, Y3).</param>
/// <param name="Late">Routed after its last day; null while it is not routed.</param>
/// <param name="RelatedCaseNumber">关联案号; null where no related matter was found.</param>
/// <param name="Receiver">首审（首执）负责人, or the ordinary receiver where no related matter was found.</param>
/// <param name="ObjectUntil">Last day of an objection, until 24:00 (Y2, Y3).</param>
/// <param name="Objections">How many there have been.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.routing-answer")]
public sealed record RoutingAnswer(
    [property: Id(0)] RoutingId RoutingId,
    [property: Id(1)] RoutingStatus Status,
    [property: Id(2)] DateOnly DueOn,
    [property: Id(3)] DateOnly? RoutedOn,
    [property: Id(4)] bool? Late,
    [property: Id(5)] CaseNumber? RelatedCaseNumber,
    [property: Id(6)] Official? Receiver,
    [property: Id(7)] DateOnly? ObjectUntil,
    [property: Id(8)] int Objections);
