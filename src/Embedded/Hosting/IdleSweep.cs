using Orleans;

namespace PetitionMesh.Embedded.Hosting;

/// <summary>Ends activations that nobody used: one timer walks the directory, so that an activation needs none. Armed only while there are any.</summary>
internal sealed class IdleSweep : IDisposable
{
    private readonly EmbeddedHost _host;
    private readonly TimeSpan _every;
    private readonly ITimer? _timer;
    private int _isArmed;

    public IdleSweep(EmbeddedHost host)
    {
        _host = host;
        var idle = host.Options.IdleAfter;
        if (idle == Timeout.InfiniteTimeSpan) return;
        _every = TimeSpan.FromTicks(Math.Max(idle.Ticks / 15, TimeSpan.TicksPerMillisecond));
        _timer = HostTimer.Create(host.Time, static sweep => ((IdleSweep)sweep!).Sweep(), this);
    }

    /// <summary>There is an activation.</summary>
    public void Arm()
    {
        if (_timer is null || Volatile.Read(ref _isArmed) == 1) return;
        if (Interlocked.Exchange(ref _isArmed, 1) == 0) _timer.Change(_every, Timeout.InfiniteTimeSpan);
    }

    public void Dispose() => _timer?.Dispose();

    private void Sweep()
    {
        Volatile.Write(ref _isArmed, 0);
        var now = _host.Time.GetTimestamp();
        var clock = _host.Time.GetUtcNow();
        var idle = _host.Classes.SelectMany(grainClass => grainClass.Activations)
            .Where(activation => activation.IsIdle(now, clock, _host.Options.IdleAfter))
            // The directory's order differs from process to process; a simulation must not.
            .OrderBy(activation => activation.GrainId.Type.ToString(), StringComparer.Ordinal)
            .ThenBy(activation => activation.Key, StringComparer.Ordinal).ToList();
        foreach (var activation in idle)
            activation.Deactivate(new DeactivationReason(DeactivationReasonCode.ActivationIdle, "Nobody used it."));
        if (idle.Count > 0) HostLog.IdleCollected(_host.Log, idle.Count);
        if (_host.Classes.Any(grainClass => grainClass.HasActivations)) Arm();
    }
}
