using System.Buffers;
using System.Collections.Immutable;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Journal.GroupCommit;

namespace PetitionMesh.Journal.Access;

/// <summary>Look-ups not yet written, one growing row per reader. Not safe for threads by itself.</summary>
internal sealed class LookUpBuffer
{
    private readonly Dictionary<(string Actor, string Court), Row> _rows = [];

    public int Count { get; private set; }

    public void Add(string actor, string court, ReadOnlySpan<CaseId> cases, DateTimeOffset now)
    {
        if (!_rows.TryGetValue((actor, court), out var row))
            _rows.Add((actor, court), row = new Row(now));
        PackedLookUps.Add(row.Packed, now - row.First, cases);
        row.Last = now;
        row.Count++;
        Count++;
    }

    public ImmutableArray<AccessRow> ToRows() =>
    [
        .. _rows.Select(r => new AccessRow(
            r.Value.First.ToStored(),
            r.Value.Last.ToStored(),
            r.Key.Actor,
            r.Key.Court,
            AccessRow.LookUp,
            "",
            r.Value.Count,
            [.. r.Value.Packed.WrittenSpan])),
    ];

    private sealed class Row(DateTimeOffset first)
    {
        public DateTimeOffset First { get; } = first;

        public DateTimeOffset Last { get; set; }

        public int Count { get; set; }

        public ArrayBufferWriter<byte> Packed { get; } = new();
    }
}
