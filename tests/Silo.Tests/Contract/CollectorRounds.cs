using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace PetitionMesh.Silo.Tests.Contract;

/// <summary>How often the silos' collectors of idle activations have come round since, as their own metric counts it.</summary>
internal sealed class CollectorRounds : IDisposable
{
    private const string Collections = "orleans-catalog-activation-collections";

    private readonly Lock _lock = new();
    private readonly Dictionary<object, int> _counts;
    private readonly List<(int Goal, TaskCompletionSource Reached)> _awaited = [];
    private readonly MeterListener _listener = new();

    /// <param name="silos">Other clusters of this process count theirs under the same name; each silo's meter is its own factory's.</param>
    public CollectorRounds(IEnumerable<IServiceProvider> silos)
    {
        _counts = silos.ToDictionary(object (silo) => silo.GetRequiredService<IMeterFactory>(), _ => 0);
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == Collections && instrument.Meter.Scope is { } silo && _counts.ContainsKey(silo))
                listener.EnableMeasurementEvents(instrument, silo);
        };
        _listener.SetMeasurementEventCallback<int>((_, rounds, _, silo) => Count(silo!, rounds));
        _listener.Start();
    }

    /// <summary>Completes when every silo's collector has come round so often more.</summary>
    public Task PassAsync(int rounds)
    {
        lock (_lock)
        {
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _awaited.Add((_counts.Values.Min() + rounds, reached));
            return reached.Task;
        }
    }

    public void Dispose() => _listener.Dispose();

    private void Count(object silo, int rounds)
    {
        lock (_lock)
        {
            _counts[silo] += rounds;
            var least = _counts.Values.Min();
            foreach (var (_, reached) in _awaited.Where(a => a.Goal <= least))
                reached.SetResult();
            _awaited.RemoveAll(a => a.Goal <= least);
        }
    }
}
