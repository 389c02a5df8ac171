using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Orleans.Concurrency;
using Orleans.Core;
using Orleans.Runtime;
using PetitionMesh.Embedded.Calls;
using PetitionMesh.Embedded.State;

namespace PetitionMesh.Embedded.Activations;

/// <summary>A grain class in one host: its contracts, how it is built, and the directory of its activations by key.</summary>
internal sealed class GrainClass
{
    /// <summary>Compiled once per process: a simulation begins hosts by the thousand.</summary>
    private static readonly ConcurrentDictionary<Type, ObjectFactory> s_factories = new();

    private readonly ConcurrentDictionary<string, Activation> _directory = new();
    private readonly ConcurrentDictionary<Type, Contract> _contracts = new();
    private readonly StateRecords _records;
    private readonly ObjectFactory _build;

    public GrainClass(EmbeddedHost host, Type type)
    {
        Host = host;
        Type = type;
        Name = NameOf(type);
        IsReentrant = type.IsDefined(typeof(ReentrantAttribute));
        _records = new StateRecords(type, host.ServiceProvider);
        _build = s_factories.GetOrAdd(type, static (type, records) => ActivatorUtilities.CreateFactory(type, records.ParameterTypes), _records);
    }

    public EmbeddedHost Host { get; }

    public Type Type { get; }

    /// <summary>The kind in grain ids, figures and logs.</summary>
    public string Name { get; }

    public bool IsReentrant { get; }

    public int ActivationCount => _directory.Count;

    public bool HasActivations => !_directory.IsEmpty;

    public IEnumerable<Activation> Activations => _directory.Select(entry => entry.Value);

    public IEnumerable<Contract> Contracts => _contracts.Values;

    public GrainId IdOf(string key) => GrainId.Create(Name, key);

    /// <summary>Brings a turn to the activation of a key, which begins one if there is none.</summary>
    public void Send(string key, Turn turn)
    {
        while (true)
        {
            if (!_directory.TryGetValue(key, out var activation))
            {
                if (Host.IsStopping)
                {
                    turn.Fail(new SiloUnavailableException("The host is stopping."));
                    return;
                }
                activation = _directory.GetOrAdd(key, static (key, grainClass) => new Activation(grainClass, key), this);
                Host.NoteActivation();
            }
            if (activation.TryEnqueue(turn)) return;
            Forget(activation);
        }
    }

    public void Forget(Activation activation) => _directory.TryRemove(KeyValuePair.Create(activation.Key, activation));

    /// <summary>Builds the grain; called on the activation, whose grain takes it as its context.</summary>
    public Grain Create(Activation activation, out IStorage[] records)
    {
        records = _records.Create(activation.GrainId);
        return (Grain)_build(Host.ServiceProvider, records);
    }

    public Contract Contract(Type grainInterface) =>
        _contracts.GetOrAdd(grainInterface, static (type, self) => new Contract(type, self), this);

    public GrainReference Reference(Type grainInterface, string key) =>
        grainInterface.IsAssignableFrom(Type)
            ? Contract(grainInterface).Reference(key)
            : throw new InvalidCastException($"{Type.FullName} does not implement {grainInterface.FullName}.");

    private static string NameOf(Type type)
    {
        var name = type.Name;
        if (name.EndsWith("Grain", StringComparison.Ordinal) && name.Length > 5) name = name[..^5];
#pragma warning disable CA1308 // Orleans names kinds in lower case, and they are in storage.
        return name.ToLowerInvariant();
#pragma warning restore CA1308
    }
}
