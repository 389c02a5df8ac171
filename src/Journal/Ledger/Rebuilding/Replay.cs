using System.Collections.Immutable;
using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Journal.Ledger;

/// <summary>Projects long runs of events on all cores; the result is that of one core.</summary>
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
        await foreach (var page in DecodedAsync(source, after, upTo, cancellationToken))
        {
            var changes = new LedgerChanges();
            page.ApplyTo(changes);
            yield return changes;
        }
    }

    /// <summary>The events themselves, decoded on all cores, for whoever gathers the changes of many pages.</summary>
    /// <inheritdoc cref="PagesAsync"/>
    public static async IAsyncEnumerable<DecodedPage> DecodedAsync(
        ReadForward source, long after, long upTo, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var next = upTo > after ? ReadAsync(source, after, upTo, cancellationToken) : null;
        while (next is not null)
        {
            var page = await next;
            var last = page[^1].Position;
            // The next page is on its way while this one is projected and written.
            next = last < upTo ? ReadAsync(source, last, upTo, cancellationToken) : null;
            yield return Decode(page);
        }
    }

    /// <summary>Reads the events on all cores, applies them in order on one.</summary>
    public static LedgerChanges Project(ImmutableArray<RecordedEvent> events)
    {
        var changes = new LedgerChanges();
        Decode(events).ApplyTo(changes);
        return changes;
    }

    private static DecodedPage Decode(ImmutableArray<RecordedEvent> events)
    {
        var decoded = new object?[events.Length];
        Parallel.For(0, (events.Length + PartSize - 1) / PartSize, part =>
        {
            for (var i = part * PartSize; i < Math.Min((part + 1) * PartSize, events.Length); i++)
                decoded[i] = Projection.Decode(events[i]);
        });
        return new DecodedPage(events, decoded);
    }

    private static async Task<ImmutableArray<RecordedEvent>> ReadAsync(ReadForward source, long after, long upTo, CancellationToken cancellationToken)
    {
        var page = await source(after, (int)Math.Min(PageSize, upTo - after), cancellationToken);
        if (page.IsEmpty || page[0].Position != after + 1 || page[^1].Position != after + page.Length)
            throw new InvalidDataException($"The journal has no unbroken run of events after position {after}.");
        return page;
    }

    /// <summary>A run of events with what they say; null for those that have no rows.</summary>
    internal readonly record struct DecodedPage(ImmutableArray<RecordedEvent> Events, object?[] Decoded)
    {
        public long Last => Events[^1].Position;

        public void ApplyTo(LedgerChanges changes)
        {
            for (var i = 0; i < Events.Length; i++)
                Projection.Apply(changes, Events[i], Decoded[i]);
        }
    }
}
