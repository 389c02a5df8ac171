namespace PetitionMesh.Embedded.Activations;

/// <summary>How a turn stands to the turns that are already running.</summary>
internal enum TurnRule : byte
{
    /// <summary>Runs alone.</summary>
    Exclusive,

    /// <summary>Runs beside other readers.</summary>
    ReadOnly,

    /// <summary>Waits for nobody and nobody waits for it.</summary>
    Interleaving,
}

/// <summary>Something an activation does from begin to end: a call or a timer's tick. It links itself into the waiting line.</summary>
internal abstract class Turn
{
    /// <summary>The next in the waiting line; owned by the activation's lock.</summary>
    internal Turn? Behind;

    internal abstract TurnRule Rule { get; }

    /// <summary>The line may be full for it. Not so for the activation's own timers.</summary>
    internal virtual bool IsBounded => true;

    /// <summary>Whether it counts as use of the activation.</summary>
    internal virtual bool KeepsAlive => true;

    /// <summary>Runs on the activation. Never throws, and calls <see cref="Activation.Finished"/> exactly once, now or later.</summary>
    internal abstract void Run(Activation activation);

    /// <summary>Ends it without a run.</summary>
    internal abstract void Fail(Exception exception);

    /// <summary>Its activation ended while it waited: go to the next one, or nowhere.</summary>
    internal abstract void Reroute(GrainClass grainClass, string key);
}
