using System.Reflection;
using Orleans;
using PetitionMesh.Grains.Cases;

namespace PetitionMesh.Grains.Tests;

/// <summary>Holds every grain contract to what Microsoft Orleans' generator and serializer need, also where Orleans does not restore.</summary>
public sealed class GrainContractTests
{
    private static readonly Assembly Grains = typeof(ICaseGrain).Assembly;

    public static TheoryData<Type> Interfaces => [.. Grains.GetTypes().Where(t => t.IsInterface && t.IsAssignableTo(typeof(IGrainWithStringKey)))];

    public static TheoryData<Type> Contracts => [.. Grains.GetTypes().Where(t => t.GetCustomAttribute<GenerateSerializerAttribute>(inherit: false) is not null)];

    [Theory]
    [MemberData(nameof(Interfaces))]
    public void A_grain_interface_and_its_methods_have_aliases_and_return_tasks(Type type)
    {
        Assert.NotNull(type.GetCustomAttribute<AliasAttribute>(inherit: false));
        foreach (var method in type.GetMethods().Where(m => !m.IsStatic))
        {
            Assert.True(method.GetCustomAttribute<AliasAttribute>(inherit: false) is not null, $"{method.Name} has no alias");
            Assert.True(method.ReturnType.IsAssignableTo(typeof(Task)), $"{method.Name} returns no task");
        }
    }

    [Theory]
    [MemberData(nameof(Interfaces))]
    public void Whatever_crosses_a_grain_call_can_be_serialized(Type type)
    {
        foreach (var crossing in type.GetMethods().SelectMany(m => m.GetParameters().Select(p => p.ParameterType).Append(m.ReturnType)).SelectMany(Unwrapped))
            Assert.True(IsSerializable(crossing), $"{crossing} crosses {type.Name} without [GenerateSerializer]");
    }

    [Theory]
    [MemberData(nameof(Contracts))]
    public void A_contract_has_an_alias_and_unique_ids_on_all_it_carries(Type type)
    {
        if (type.IsEnum)
            return;
        Assert.NotNull(type.GetCustomAttribute<AliasAttribute>(inherit: false));
        if (!type.IsAssignableTo(typeof(Exception)))
            Assert.NotNull(type.GetCustomAttribute<ImmutableAttribute>());
        var carried = type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
            .Where(p => type.GetField($"<{p.Name}>k__BackingField", BindingFlags.Instance | BindingFlags.NonPublic) is not null)
            .ToArray();
        foreach (var property in carried)
        {
            Assert.True(property.GetCustomAttribute<IdAttribute>() is not null, $"{type.Name}.{property.Name} has no [Id]");
            Assert.All(Unwrapped(property.PropertyType), t => Assert.True(IsSerializable(t), $"{type.Name}.{property.Name}: {t}"));
        }
        var forgotten = type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly)
            .Where(f => !f.Name.StartsWith('<') && f.GetCustomAttribute<NonSerializedAttribute>() is null && f.GetCustomAttribute<IdAttribute>() is null)
            .Select(f => f.Name);
        Assert.True(!forgotten.Any(), $"{type.Name}: {string.Join(", ", forgotten)} has neither [Id] nor [NonSerialized]");
        var ids = carried.Select(p => p.GetCustomAttribute<IdAttribute>()!.Id).ToArray();
        Assert.Equal(ids.Distinct().Count(), ids.Length);
    }

    [Fact]
    public void Aliases_are_unique()
    {
        var aliases = Grains.GetTypes().Select(t => t.GetCustomAttribute<AliasAttribute>(inherit: false)?.Alias).OfType<string>().ToArray();
        Assert.Equal(aliases.Distinct().Count(), aliases.Length);
    }

    private static IEnumerable<Type> Unwrapped(Type type)
    {
        if (type == typeof(Task))
            return [];
        if (type.IsGenericType)
            return type.GetGenericArguments().SelectMany(Unwrapped);
        return [type.IsArray ? type.GetElementType()! : type];
    }

    private static bool IsSerializable(Type type) =>
        type.IsPrimitive
        || type.IsEnum
        || type == typeof(string)
        || type == typeof(Guid)
        || type == typeof(DateOnly)
        || type == typeof(TimeOnly)
        || type == typeof(DateTimeOffset)
        || type == typeof(TimeSpan)
        || type.GetCustomAttribute<GenerateSerializerAttribute>(inherit: false) is not null;
}
