namespace PetitionMesh.Grains.Rosters;

/// <summary>
/// One court's roster of one month. Key: court and month, <c>dg/2026-11</c>. Calls no other grain but, for a swap across two months, the roster of
/// the later one.
/// </summary>
[Alias("petition-mesh.i-roster")]
public interface IRosterGrain : IGrainWithStringKey
{
    /// <summary>Drafts, arranges, publishes, takes leave and sensitive periods into account.</summary>
    [Alias("do")]
    Task<RosterOutcome> DoAsync(RosterCommand command);

    /// <summary>W16. Asked of the roster of the swap's first month.</summary>
    [Alias("swap")]
    Task<RosterOutcome> SwapAsync(SwapCommand command);

    /// <summary>The second half of a swap across two months: called by the roster of the earlier month within its turn.</summary>
    [Alias("swap-with")]
    Task<RosterOutcome> SwapWithAsync(SwapCommand command, SwapSide earlier);

    /// <summary>The roster as it stands; an empty one where nobody has begun.</summary>
    [ReadOnly, Alias("view")]
    Task<RosterView> ViewAsync();
}
