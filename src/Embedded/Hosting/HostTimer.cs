namespace PetitionMesh.Embedded.Hosting;

/// <summary>Timers of the host belong to nobody's call, so they must not carry the execution context of whoever came first.</summary>
internal static class HostTimer
{
    /// <summary>A timer that is not armed yet.</summary>
    public static ITimer Create(TimeProvider time, TimerCallback callback, object state)
    {
        if (ExecutionContext.IsFlowSuppressed()) return Unarmed();
        using (ExecutionContext.SuppressFlow()) return Unarmed();

        ITimer Unarmed() => time.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }
}
