using System.Collections.Immutable;
using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Journal.Ledger;

/// <summary>Projects long runs of events on all cores. The parts follow one another in order, so the result is that of one core.</summary>
internal static class Replay
{
    /// <summary>Events read and projected at once.</summary>
    public const int PageSize = 16_384;

    private const int PartSize = 1_024;

    /// <summary>The changes of all events after <paramref name="after"/> up to <paramref name="upTo"/>, page by page.</summary>
    /// <exception cref="InvalidDataException">The journal ends before <paramref name="upTo"/> or has a gap.</exception>
    public static async IAsyncEnumerable<LedgerChanges> PagesAsync(
        ReadForward source, long after, long upTo, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var next = upTo > after ? ReadAsync(source, after, upTo, cancellationToken) : null;
        while (next is not null)
        {
            var page = await next;
            var last = page[^1].Position;
            // The next page is on its way while this one is projected and written.
            next = last < upTo ? ReadAsync(source, last, upTo, cancellationToken) : null;
            yield return Project(page);
        }
    }

    public static LedgerChanges Project(ImmutableArray<RecordedEvent> events)
    {
        var parts = new LedgerChanges[(events.Length + PartSize - 1) / PartSize];
        Parallel.For(0, parts.Length, part =>
        {
            var start = part * PartSize;
            parts[part] = Projection.Project(events.AsSpan(start, Math.Min(PartSize, events.Length - start)));
        });
        var whole = new LedgerChanges();
        foreach (var part in parts)
            whole.Add(part);
        return whole;
    }

    private static async Task<ImmutableArray<RecordedEvent>> ReadAsync(ReadForward source, long after, long upTo, CancellationToken cancellationToken)
    {
        var page = await source(after, (int)Math.Min(PageSize, upTo - after), cancellationToken);
        if (page.IsEmpty || page[0].Position != after + 1 || page[^1].Position != after + page.Length)
            throw new InvalidDataException($"The journal has no unbroken run of events after position {after}.");
        return page;
    }
}
