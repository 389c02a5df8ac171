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
    private readonly FrozenDictionary<Type, Member> _byType;
    private readonly FrozenDictionary<string, Member> _byKind;

    /// <param name="context">Source-generated metadata that names every event of the family.</param>
    public EventCodec(JsonSerializerContext context)
    {
        var family = typeof(TEvent).GetCustomAttributes<JsonDerivedTypeAttribute>(inherit: false)
            .Select(e => new Member((string)e.TypeDiscriminator!, e.DerivedType, context)).ToArray();
        _byType = family.ToFrozenDictionary(m => m.Type);
        _byKind = family.ToFrozenDictionary(m => m.Kind);
    }

    public bool Knows(string kind) => _byKind.ContainsKey(kind);

    public StoredEvent Encode(TEvent @event)
    {
        var member = _byType[@event.GetType()];
        return new StoredEvent(member.Kind, ImmutableCollectionsMarshal.AsImmutableArray(JsonSerializer.SerializeToUtf8Bytes(@event, member.Info)))
        {
            Event = @event,
        };
    }

    /// <inheritdoc cref="Decode(string, ReadOnlySpan{byte})"/>
    public TEvent Decode(StoredEvent stored) => stored.Event as TEvent ?? Decode(stored.Kind, stored.Payload.AsSpan());

    /// <exception cref="InvalidOperationException">The kind is none of this family's, or the bytes are not such an event: the journal must not be believed.</exception>
    public TEvent Decode(string kind, ReadOnlySpan<byte> payload)
    {
        if (!_byKind.TryGetValue(kind, out var member))
            throw new InvalidOperationException($"No event of {typeof(TEvent).Name} is called '{kind}'; it was written by a newer release or is not ours.");
        return (TEvent?)JsonSerializer.Deserialize(payload, member.Info)
            ?? throw new InvalidOperationException($"A stored event of kind '{kind}' is empty.");
    }

    /// <summary>One event of the family. What JSON needs to know of it is made when it is first met: made for all, it is half of a process's start.</summary>
    private sealed class Member(string kind, Type type, JsonSerializerContext context)
    {
        private JsonTypeInfo? _info;

        public string Kind => kind;

        public Type Type => type;

        public JsonTypeInfo Info => _info ??= context.GetTypeInfo(type)
            ?? throw new InvalidOperationException($"{type} is an event of {typeof(TEvent).Name}, but {context.GetType().Name} does not name it.");
    }
}
