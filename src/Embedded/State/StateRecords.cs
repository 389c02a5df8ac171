using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Core;
using Orleans.Runtime;
using Orleans.Storage;

namespace PetitionMesh.Embedded.State;

/// <summary>The records that a grain class asks for in its constructor, decided once per class.</summary>
internal sealed class StateRecords
{
    private readonly Func<GrainId, IStorage>[] _factories;

    public StateRecords(Type grainClass, IServiceProvider services)
    {
        var parameters = grainClass.GetConstructors()
            .SelectMany(constructor => constructor.GetParameters())
            .Where(parameter => parameter.IsDefined(typeof(PersistentStateAttribute)))
            .ToArray();
        ParameterTypes = [.. parameters.Select(parameter => parameter.ParameterType)];
        _factories = [.. parameters.Select(parameter => Factory(parameter, services))];
    }

    public Type[] ParameterTypes { get; }

    public IStorage[] Create(GrainId id)
    {
        if (_factories.Length == 0) return [];
        return Array.ConvertAll(_factories, factory => factory(id));
    }

    private static Func<GrainId, IStorage> Factory(ParameterInfo parameter, IServiceProvider services)
    {
        var type = parameter.ParameterType;
        if (!type.IsGenericType || type.GetGenericTypeDefinition() != typeof(IPersistentState<>))
            throw new NotSupportedException($"[PersistentState] stands on {type}, not on an IPersistentState<T>, in {parameter.Member.DeclaringType}.");
        var attribute = parameter.GetCustomAttribute<PersistentStateAttribute>()!;
        // Asked for late: a storage may itself be built from the host.
        var storage = new Lazy<IGrainStorage>(() => attribute.StorageName is null or "Default"
            ? services.GetRequiredService<IGrainStorage>()
            : services.GetRequiredKeyedService<IGrainStorage>(attribute.StorageName));
        var record = typeof(PersistentState<>).MakeGenericType(type.GetGenericArguments());
        return id => (IStorage)Activator.CreateInstance(record, attribute.StateName, id, storage.Value)!;
    }
}
