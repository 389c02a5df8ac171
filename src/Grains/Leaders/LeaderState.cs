namespace PetitionMesh.Grains.Leaders;

/// <summary>A leader's latest long leave; null when he never had one.</summary>
public sealed record LeaderState(LongLeave? Leave)
{
    public static LeaderState Present { get; } = new((LongLeave?)null);

    public static LeaderState Evolve(LeaderState state, LeaderEvent @event) => @event switch
    {
        LeaderEvent.LongLeaveBegun e => new(new LongLeave(e.From, e.Until)),
        LeaderEvent.LongLeaveEnded e when state.Leave is { } leave => new(leave with { Until = e.On.AddDays(-1) }),
        _ => throw new InvalidOperationException($"{@event.GetType().Name} cannot follow on this leader."),
    };
}

/// <summary>City days, both included; an open end is null.</summary>
[GenerateSerializer, Immutable, Alias("petition-mesh.long-leave")]
public sealed record LongLeave([property: Id(0)] DateOnly From, [property: Id(1)] DateOnly? Until)
{
    public bool Covers(DateOnly day) => day >= From && (Until is not { } last || day <= last);
}
