using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;
using Orleans;
using PetitionMesh.Embedded.Activations;

namespace PetitionMesh.Embedded.Hosting;

/// <summary>Finds grain classes, and which contracts they keep.</summary>
internal static class GrainScan
{
    /// <summary>An assembly never changes, so it is searched once per process.</summary>
    private static readonly ConcurrentDictionary<Assembly, Type[]> s_found = new();

    public static IEnumerable<Type> ClassesIn(IReadOnlyCollection<Assembly> assemblies) =>
        assemblies.Distinct().SelectMany(assembly => s_found.GetOrAdd(assembly, Search));

    private static Type[] Search(Assembly assembly) =>
        [.. assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false }
            && type.IsSubclassOf(typeof(Grain)) && ContractsOf(type).Any())];

    /// <exception cref="ArgumentException">Two classes would share their grain ids.</exception>
    public static FrozenDictionary<string, GrainClass> ByName(IEnumerable<GrainClass> classes)
    {
        var byName = new Dictionary<string, GrainClass>();
        foreach (var grainClass in classes)
            if (!byName.TryAdd(grainClass.Name, grainClass))
                throw new ArgumentException($"{grainClass.Type} and {byName[grainClass.Name].Type} are both of the kind '{grainClass.Name}'.");
        return byName.ToFrozenDictionary();
    }

    public static FrozenDictionary<Type, GrainClass[]> ByContract(IEnumerable<GrainClass> classes) =>
        classes.SelectMany(grainClass => ContractsOf(grainClass.Type).Select(contract => (contract, grainClass)))
            .GroupBy(pair => pair.contract, pair => pair.grainClass)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray());

    private static IEnumerable<Type> ContractsOf(Type type) => type.GetInterfaces().Where(contract =>
        typeof(IGrainWithStringKey).IsAssignableFrom(contract) && contract != typeof(IGrainWithStringKey));
}
