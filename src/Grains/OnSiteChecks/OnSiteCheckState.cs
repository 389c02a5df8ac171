namespace PetitionMesh.Grains.OnSiteChecks;

/// <summary>An on-site check as it stands.</summary>
/// <param name="Recorded">Null before it was recorded.</param>
/// <param name="DueOn">The last day that is set now; null where there is nothing to put right.</param>
/// <param name="Rectified">What waits to be looked at again, or was; null once it was sent back.</param>
public sealed record OnSiteCheckState(OnSiteCheckEvent.Recorded? Recorded, DateOnly? DueOn, OnSiteCheckEvent.Rectified? Rectified, OnSiteCheckEvent.Passed? Passed)
{
    public static OnSiteCheckState Unknown { get; } = new(null, null, null, null);

    public OnSiteCheckStatus Status =>
        Passed is not null ? OnSiteCheckStatus.Passed : Rectified is not null ? OnSiteCheckStatus.Rectified : DueOn is null ? OnSiteCheckStatus.Clean : OnSiteCheckStatus.Open;

    public static OnSiteCheckState Evolve(OnSiteCheckState state, OnSiteCheckEvent @event) => @event switch
    {
        OnSiteCheckEvent.Recorded e when state.Recorded is null => state with { Recorded = e, DueOn = e.DueOn },
        OnSiteCheckEvent.Rectified e when state is { Recorded: not null, Status: OnSiteCheckStatus.Open } => state with { Rectified = e },
        OnSiteCheckEvent.SentBack e when state.Status == OnSiteCheckStatus.Rectified => state with { Rectified = null, DueOn = e.DueOn },
        OnSiteCheckEvent.Passed e when state.Status == OnSiteCheckStatus.Rectified => state with { Passed = e },
        _ => throw new InvalidOperationException($"{@event.GetType().Name} cannot follow on an on-site check."),
    };
}
