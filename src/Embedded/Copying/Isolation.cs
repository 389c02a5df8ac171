using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;
using Orleans;
using Orleans.Runtime;
using PetitionMesh.Embedded.Calls;

namespace PetitionMesh.Embedded.Copying;

/// <summary>
/// Decides per type whether a value may be shared between grains, since nobody can change it, or must be copied. A type
/// that can be neither is refused: better at the first GetGrain than as a race.
/// </summary>
internal static class Isolation
{
    private static readonly ConcurrentDictionary<Type, bool> s_shared = new();

    private static readonly HashSet<Type> s_values =
    [
        typeof(string), typeof(decimal), typeof(DateTime), typeof(DateTimeOffset), typeof(DateOnly), typeof(TimeOnly),
        typeof(TimeSpan), typeof(Guid), typeof(Int128), typeof(UInt128), typeof(Half), typeof(Uri), typeof(Version),
        typeof(System.Text.Rune), typeof(Index), typeof(Range), typeof(CancellationToken), typeof(System.Net.IPAddress),
        typeof(System.Globalization.CultureInfo), typeof(TimeZoneInfo), typeof(System.Numerics.BigInteger), typeof(Nothing),
    ];

    /// <exception cref="NotSupportedException">Values of this type can neither be shared nor copied.</exception>
    public static bool IsShared(Type type) => s_shared.TryGetValue(type, out var known) ? known : s_shared[type] = Decide(type, []);

    /// <summary>Collections that the runtime lets nobody change; they are shared when their elements are.</summary>
    public static bool IsImmutableCollection(Type type) =>
        type.Namespace is "System.Collections.Immutable" or "System.Collections.Frozen"
        || (type.IsGenericType && IsFrozen(type.GetGenericTypeDefinition()));

    /// <summary>Comparers carry no state worth a copy, and collections keep their identity.</summary>
    public static bool IsComparer(Type type) =>
        type.GetInterfaces().Prepend(type).Any(i => i.Name is "IEqualityComparer`1" or "IComparer`1" or nameof(IEqualityComparer) or nameof(IComparer));

    private static bool IsFrozen(Type type) => type == typeof(FrozenDictionary<,>) || type == typeof(FrozenSet<>);

    /// <param name="type">The type asked for.</param>
    /// <param name="open">Types under decision: in a circle, each is as immutable as the rest of it.</param>
    private static bool Decide(Type type, HashSet<Type> open)
    {
        if (type.IsPrimitive || type.IsEnum || s_values.Contains(type) || typeof(Type).IsAssignableFrom(type)) return true;
        if (type.IsDefined(typeof(ImmutableAttribute), false) || typeof(IAddressable).IsAssignableFrom(type)) return true;
        Refuse(type);
        if (!open.Add(type)) return true;
        if (type.IsArray) return Component(type.GetElementType()!, open) && false;
        if (IsImmutableCollection(type)) return Array.TrueForAll(type.GetGenericArguments(), argument => Component(argument, open));
        if (type.IsInterface || type == typeof(object)) return false;
        // An open class may arrive as any derived one, which is then decided when it does.
        var isShared = type.IsValueType || type.IsSealed;
        foreach (var field in FieldsOf(type))
        {
            if (IsMarked(field)) continue;
            isShared &= (field.IsInitOnly || type.IsValueType) & Component(field.FieldType, open);
        }
        return isShared;
    }

    private static bool Component(Type type, HashSet<Type> open) => s_shared.TryGetValue(type, out var known) ? known : Decide(type, open);

    /// <summary>All instance fields, inherited ones too.</summary>
    public static IEnumerable<FieldInfo> FieldsOf(Type type)
    {
        for (var level = type; level is not null && level != typeof(object); level = level.BaseType)
            foreach (var field in level.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                yield return field;
    }

    /// <summary>Whether [Immutable] stands on the field or on the property it backs.</summary>
    public static bool IsMarked(FieldInfo field)
    {
        if (field.IsDefined(typeof(ImmutableAttribute))) return true;
        if (field.Name is not ['<', .. var rest] || rest.IndexOf('>', StringComparison.Ordinal) is not (> 0 and var end)) return false;
        const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        return field.DeclaringType!.GetProperty(rest[..end], Declared)?.IsDefined(typeof(ImmutableAttribute)) ?? false;
    }

    private static void Refuse(Type type)
    {
        if (typeof(Delegate).IsAssignableFrom(type)) throw Refusal(type, "a delegate carries its owner's state with it");
        if (type.IsPointer || type.IsByRefLike) throw Refusal(type, "it is bound to a place in memory");
        if (type.IsInterface || type.IsArray || type == typeof(object) || IsImmutableCollection(type) || IsComparer(type)) return;
        if (type.Namespace is not { } home || !(home == "System" || home.StartsWith("System.", StringComparison.Ordinal))) return;
        if (home is "System.Collections.Generic" or "System.Collections.ObjectModel" || type.FullName!.StartsWith("System.Collections.", StringComparison.Ordinal)) return;
        if (type.FullName.StartsWith("System.ValueTuple", StringComparison.Ordinal) || type.FullName.StartsWith("System.Tuple", StringComparison.Ordinal)
            || type.FullName.StartsWith("System.Nullable", StringComparison.Ordinal) || type.FullName.StartsWith("System.ReadOnlyMemory", StringComparison.Ordinal)) return;
        throw Refusal(type, "the host does not know how to copy this library type");
    }

    private static NotSupportedException Refusal(Type type, string why) =>
        new($"{type} cannot pass between grains: {why}. Use records of plain values, or mark what never changes as [Immutable].");
}
