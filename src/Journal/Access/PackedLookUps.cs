using System.Buffers;
using System.Collections.Immutable;
using PetitionMesh.Grains.Cases;

namespace PetitionMesh.Journal.Access;

/// <summary>
/// The bytes of packed look-ups. Per look-up: milliseconds since the row's first instant, number of cases found, both as
/// 7-bit groups, then 16 bytes per case id, big-endian. Frozen: rows of this form are on disk.
/// </summary>
public static class PackedLookUps
{
    public static void Add(ArrayBufferWriter<byte> packed, TimeSpan sinceFirst, ReadOnlySpan<CaseId> cases)
    {
        AddNumber(packed, (ulong)Math.Max(0, (long)sinceFirst.TotalMilliseconds));
        AddNumber(packed, (ulong)cases.Length);
        foreach (var id in cases)
        {
            id.Guid.TryWriteBytes(packed.GetSpan(16), bigEndian: true, out _);
            packed.Advance(16);
        }
    }

    /// <summary>Reads a packed row back: when, and which cases were found.</summary>
    public static IEnumerable<(DateTimeOffset At, ImmutableArray<CaseId> Cases)> Read(AccessRow row)
    {
        var at = 0;
        while (at < row.Packed.Length)
        {
            var milliseconds = ReadNumber(row.Packed, ref at);
            var cases = ImmutableArray.CreateBuilder<CaseId>((int)ReadNumber(row.Packed, ref at));
            for (; cases.Count < cases.Capacity; at += 16)
                cases.Add(new CaseId(new Guid(row.Packed.AsSpan(at, 16), bigEndian: true)));
            yield return (row.First.AddMilliseconds(milliseconds), cases.MoveToImmutable());
        }
    }

    private static void AddNumber(ArrayBufferWriter<byte> packed, ulong number)
    {
        var span = packed.GetSpan(10);
        var length = 0;
        for (; number >= 0x80; number >>= 7)
            span[length++] = (byte)(number | 0x80);
        span[length++] = (byte)number;
        packed.Advance(length);
    }

    private static ulong ReadNumber(ImmutableArray<byte> packed, ref int at)
    {
        ulong number = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = packed[at++];
            number |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
                return number;
        }
    }
}
