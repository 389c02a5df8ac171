using System.Collections;
using System.Runtime.CompilerServices;

namespace PetitionMesh.Embedded.Copying;

/// <summary>
/// Copies object graphs by their fields. It keeps shared and circular references as they were. Slow beside sharing, which
/// is what contracts should aim at; a contract that pays for this says so by its types.
/// </summary>
internal sealed class DeepCopy
{
    private readonly Dictionary<object, object> _copies = new(ReferenceEqualityComparer.Instance);

    private DeepCopy() { }

    public static object? Of(object? value) =>
        value is null || Isolation.IsShared(value.GetType()) ? value
        : value is Array { Rank: 1 } array && Isolation.IsShared(array.GetType().GetElementType()!) ? array.Clone()
        : new DeepCopy().Copy(value);

    private object? Copy(object? value)
    {
        if (value is null) return null;
        var type = value.GetType();
        if (Isolation.IsShared(type) || Isolation.IsComparer(type)) return value;
        if (_copies.TryGetValue(value, out var known)) return known;
        if (value is Array array) return CopyArray(array);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Dictionary<,>)) return CopyDictionary((IDictionary)value);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ReadOnlyMemory<>)) return CopyMemory((dynamic)value);
        return CopyFields(value, type);
    }

    private Array CopyArray(Array array)
    {
        var copy = (Array)array.Clone();
        _copies[array] = copy;
        if (Isolation.IsShared(array.GetType().GetElementType()!)) return copy;
        if (array.Rank != 1) throw new NotSupportedException($"{array.GetType()} cannot pass between grains: its elements would have to be copied in more than one dimension.");
        for (var i = 0; i < copy.Length; i++) copy.SetValue(Copy(array.GetValue(i)), i);
        return copy;
    }

    /// <summary>Filled anew, since keys may hash by reference.</summary>
    private object CopyDictionary(IDictionary dictionary)
    {
        var type = dictionary.GetType();
        var comparer = type.GetProperty("Comparer")!.GetValue(dictionary);
        var copy = (IDictionary)Activator.CreateInstance(type, dictionary.Count, comparer)!;
        _copies[dictionary] = copy;
        foreach (DictionaryEntry entry in dictionary) copy.Add(Copy(entry.Key)!, Copy(entry.Value));
        return copy;
    }

    private static ReadOnlyMemory<T> CopyMemory<T>(ReadOnlyMemory<T> memory) =>
        Isolation.IsShared(typeof(T)) ? memory.ToArray() : throw new NotSupportedException($"ReadOnlyMemory of {typeof(T)} cannot pass between grains.");

    private object CopyFields(object value, Type type)
    {
        var copy = RuntimeHelpers.GetUninitializedObject(type);
        if (!type.IsValueType) _copies[value] = copy;
        foreach (var field in Isolation.FieldsOf(type))
            field.SetValue(copy, Isolation.IsMarked(field) ? field.GetValue(value) : Copy(field.GetValue(value)));
        return copy;
    }
}
