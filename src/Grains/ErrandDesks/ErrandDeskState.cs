namespace PetitionMesh.Grains.ErrandDesks;

/// <summary>A stuck-errand desk as it stands.</summary>
/// <param name="Opened">Null before it was opened.</param>
/// <param name="Officer">Who it is now; null before it was opened.</param>
/// <param name="Closed">Null while it is open.</param>
public sealed record ErrandDeskState(ErrandDeskEvent.Opened? Opened, string? Officer, ErrandDeskEvent.Closed? Closed)
{
    public static ErrandDeskState Unknown { get; } = new(null, null, null);

    public static ErrandDeskState Evolve(ErrandDeskState state, ErrandDeskEvent @event) => @event switch
    {
        ErrandDeskEvent.Opened e when state.Opened is null => state with { Opened = e, Officer = e.Officer },
        ErrandDeskEvent.OfficerNamed e when state is { Opened: not null, Closed: null } => state with { Officer = e.Officer },
        ErrandDeskEvent.Closed e when state is { Opened: not null, Closed: null } => state with { Closed = e },
        _ => throw new InvalidOperationException($"{@event.GetType().Name} cannot follow on a stuck-errand desk."),
    };
}
