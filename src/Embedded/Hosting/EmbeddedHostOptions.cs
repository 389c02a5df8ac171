using System.Reflection;

namespace PetitionMesh.Embedded;

/// <summary>Settings of an embedded host. The bounds hold for every grain alike.</summary>
public sealed class EmbeddedHostOptions
{
    /// <summary>Where grain classes are looked for, besides those given to the constructor.</summary>
    public IList<Assembly> GrainAssemblies { get; } = [];

    /// <summary>
    /// Runs every slice of every activation. A simulation gives its own, single-threaded and seeded; then nothing of the
    /// host runs elsewhere. Default the thread pool.
    /// </summary>
    public TaskScheduler Executor { get; set; } = TaskScheduler.Default;

    /// <summary>Clock and timers. One of a simulation must also override <see cref="TimeProvider.GetTimestamp"/>. Default the system's.</summary>
    public TimeProvider Time { get; set; } = TimeProvider.System;

    /// <summary>After this a caller gets a <see cref="TimeoutException"/>, at most a twelfth later. Default 12 s.</summary>
    public TimeSpan ResponseTimeout { get; set; } = TimeSpan.FromSeconds(12);

    /// <summary>An activation unused for so long is ended, at most a fifteenth later. Infinite: never. Default 15 min.</summary>
    public TimeSpan IdleAfter { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>The bound on OnDeactivateAsync, and on the stop of the whole host. Default 10 s.</summary>
    public TimeSpan DeactivationTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Calls waiting for one activation; one more is refused with LimitExceededException. Default 10,000.</summary>
    public int MaxQueuedCalls { get; set; } = 10_000;

    /// <summary>
    /// Turns and continuations that an activation may run before others get the thread. A simulation sets 1, so that its
    /// executor decides every step. Default 32.
    /// </summary>
    public int StepsPerSlice { get; set; } = 32;

    internal void Validate()
    {
        ArgumentNullException.ThrowIfNull(Executor);
        ArgumentNullException.ThrowIfNull(Time);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(ResponseTimeout, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(DeactivationTimeout, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxQueuedCalls, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(StepsPerSlice, 1);
        if (IdleAfter != Timeout.InfiniteTimeSpan) ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(IdleAfter, TimeSpan.Zero);
    }
}
