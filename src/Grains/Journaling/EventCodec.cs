using System.Collections.Frozen;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace PetitionMesh.Grains.Journaling;

/// <summary>Turns the events of one closed family into stored bytes and back. The kind of an event is the name its family gives it.</summary>
public sealed class EventCodec<TEvent>
    where TEvent : class
{
    private readonly FrozenDictionary<Type, (string Kind, JsonTypeInfo Info)> _byType;
    private readonly FrozenDictionary<string, JsonTypeInfo> _byKind;

    /// <param name="context">Source-generated metadata that names every event of the family.</param>
    public EventCodec(JsonSerializerContext context)
    {
        var family = typeof(TEvent).GetCustomAttributes<JsonDerivedTypeAttribute>(inherit: false).ToArray();
        _byType = family.ToFrozenDictionary(e => e.DerivedType, e => ((string)e.TypeDiscriminator!, context.GetTypeInfo(e.DerivedType)!));
        _byKind = family.ToFrozenDictionary(e => (string)e.TypeDiscriminator!, e => context.GetTypeInfo(e.DerivedType)!);
    }

    public bool Knows(string kind) => _byKind.ContainsKey(kind);

    public StoredEvent Encode(TEvent @event)
    {
        var (kind, info) = _byType[@event.GetType()];
        return new StoredEvent(kind, ImmutableCollectionsMarshal.AsImmutableArray(JsonSerializer.SerializeToUtf8Bytes(@event, info)))
        {
            Event = @event,
        };
    }

    /// <inheritdoc cref="Decode(string, ReadOnlySpan{byte})"/>
    public TEvent Decode(StoredEvent stored) => stored.Event as TEvent ?? Decode(stored.Kind, stored.Payload.AsSpan());

    /// <exception cref="InvalidOperationException">The kind is none of this family's, or the bytes are not such an event: the journal must not be believed.</exception>
    public TEvent Decode(string kind, ReadOnlySpan<byte> payload)
    {
        if (!_byKind.TryGetValue(kind, out var info))
            throw new InvalidOperationException($"No event of {typeof(TEvent).Name} is called '{kind}'; it was written by a newer release or is not ours.");
        return (TEvent?)JsonSerializer.Deserialize(payload, info)
            ?? throw new InvalidOperationException($"A stored event of kind '{kind}' is empty.");
    }
}
