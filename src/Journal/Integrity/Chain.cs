using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Journal.GroupCommit;

namespace PetitionMesh.Journal.Integrity;

/// <summary>
/// The hash chain: each batch hashes the hash before it and, per event, position, stream, version, kind, time, actor, court and
/// the stored bytes. Every part carries its length, so that no two journals share the bytes that are hashed. Frozen: a change
/// would disown every journal written before.
/// </summary>
internal static class Chain
{
    public static ImmutableArray<byte> Extend(ReadOnlySpan<byte> previous, IEnumerable<RecordedEvent> events)
    {
        var bytes = new ArrayBufferWriter<byte>(8 * 1024);
        bytes.Write(previous);
        foreach (var @event in events)
            Add(bytes, @event);
        return ImmutableCollectionsMarshal.AsImmutableArray(SHA256.HashData(bytes.WrittenSpan));
    }

    public static JournalHead After(JournalHead head, IReadOnlyCollection<RecordedEvent> events) =>
        events.Count == 0 ? head : new JournalHead(head.Position + events.Count, Extend(head.Hash.AsSpan(), events));

    private static void Add(ArrayBufferWriter<byte> bytes, RecordedEvent @event)
    {
        Add(bytes, @event.Position);
        Add(bytes, @event.Stream.Value);
        Add(bytes, @event.Version);
        Add(bytes, @event.Kind);
        Add(bytes, @event.At.ToMicroseconds());
        Add(bytes, @event.Actor);
        Add(bytes, @event.Court);
        Add(bytes, (long)@event.Payload.Length);
        bytes.Write(@event.Payload.AsSpan());
    }

    private static void Add(ArrayBufferWriter<byte> bytes, long number)
    {
        BinaryPrimitives.WriteInt64BigEndian(bytes.GetSpan(8), number);
        bytes.Advance(8);
    }

    private static void Add(ArrayBufferWriter<byte> bytes, string text)
    {
        Add(bytes, (long)Encoding.UTF8.GetByteCount(text));
        bytes.Advance(Encoding.UTF8.GetBytes(text, bytes.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length))));
    }
}
