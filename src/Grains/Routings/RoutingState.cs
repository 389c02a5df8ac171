using System.Collections.Immutable;
using PetitionMesh.Grains.Cases;

namespace PetitionMesh.Grains.Routings;

/// <summary>A routing slip as it stands.</summary>
/// <param name="Registered">Null before it was registered.</param>
/// <param name="Routed">Null before it was routed.</param>
/// <param name="Receiver">Who has it now.</param>
/// <param name="Settled">Objections before that one had it: they are no longer his.</param>
/// <param name="Key">Of its latest sealed text; null where nothing readable was written.</param>
/// <param name="Erased">Texts of it were made unreadable.</param>
/// <param name="IsWithdrawn">Taken back before it was routed.</param>
public sealed record RoutingState(
    RoutingEvent.Registered? Registered,
    RoutingEvent.Routed? Routed,
    RoutingGround? Ground,
    CaseNumber? Related,
    Official? Receiver,
    DateOnly? ObjectUntil,
    ImmutableArray<Objection> Objections,
    int Settled,
    ObjectionTally Tally,
    RoutingEvent.Enforced? Enforced,
    DataKeyId? Key,
    bool Erased,
    bool IsWithdrawn)
{
    public static RoutingState Unknown { get; } = new(null, null, null, null, null, null, [], 0, ObjectionTally.None, null, null, Erased: false, IsWithdrawn: false);

    /// <summary>The objection that waits for its decision.</summary>
    public RoutingEvent.Objected? Open => Objections is [.., { Decided: null } last] ? last.Objected : null;

    public RoutingStatus Status => IsWithdrawn ? RoutingStatus.Withdrawn : Routed is null ? RoutingStatus.Pending : Open is null ? RoutingStatus.Routed : RoutingStatus.Disputed;

    public static RoutingState Evolve(RoutingState state, RoutingEvent @event) => @event switch
    {
        RoutingEvent.Registered e when state.Registered is null || state.IsWithdrawn => Unknown with { Registered = e, Ground = e.Ground, Key = e.Note?.Key },
        RoutingEvent.Routed e when state.Status == RoutingStatus.Pending && state.Registered is not null => state with
        {
            Routed = e,
            Ground = e.Related is null ? null : e.Ground ?? state.Ground,
            Related = e.Related,
            Receiver = e.Receiver,
            ObjectUntil = e.ObjectUntil,
        },
        RoutingEvent.Objected e when state.Status == RoutingStatus.Routed => state with { Objections = state.Objections.Add(new Objection(e, null)), Tally = e.Tally, Key = e.Reason.Key },
        RoutingEvent.Decided e when state.Open is not null => Evolve(state with
        {
            Objections = state.Objections.SetItem(state.Objections.Length - 1, state.Objections[^1] with { Decided = e }),
            Tally = e.Tally,
            Key = e.Opinion.Key,
        }, e),
        RoutingEvent.Enforced e when state.Routed is not null => state with { Enforced = e },
        RoutingEvent.Withdrawn when state is { Registered: not null, Status: RoutingStatus.Pending } => state with { IsWithdrawn = true },
        RoutingEvent.ContentErased when state.Registered is not null => state with { Key = null, Erased = true },
        _ => throw new InvalidOperationException($"{@event.GetType().Name} cannot follow on a routing slip."),
    };

    private static RoutingState Evolve(RoutingState state, RoutingEvent.Decided moved) => moved.Receiver is null
        ? state
        : state with { Receiver = moved.Receiver, Related = moved.Related, Ground = moved.Ground, ObjectUntil = moved.ObjectUntil, Settled = state.Objections.Length };
}

/// <summary>An objection and what became of it.</summary>
/// <param name="Decided">Null while it is open.</param>
public sealed record Objection(RoutingEvent.Objected Objected, RoutingEvent.Decided? Decided);
