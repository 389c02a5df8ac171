using System.Collections.Immutable;
using System.Threading.Channels;
using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Journal.Ledger;

/// <summary>Projects long runs of events on all cores; the result is that of one core.</summary>
internal static class Replay
{
    /// <summary>Events read and projected at once.</summary>
    /// <remarks>
    /// With <see cref="PagesAhead"/> few enough to be forgotten by the collector's youngest generation: what it finds alive it copies. 6 pages of
    /// 2,048 ahead took a fifth as long again, of 16,384 half as long again.
    /// </remarks>
    public const int PageSize = 1_024;

    private const int PagesAhead = 3;

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

    /// <summary>
    /// The events themselves, for whoever gathers the changes of many pages: while one page is applied, the next ones are decoded on
    /// all cores and those behind them read.
    /// </summary>
    /// <inheritdoc cref="PagesAsync"/>
    public static async IAsyncEnumerable<DecodedPage> DecodedAsync(
        ReadForward source, long after, long upTo, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var decoding = Channel.CreateBounded<Task<DecodedPage>>(new BoundedChannelOptions(PagesAhead) { SingleReader = true, SingleWriter = true });
        var reading = ReadAllAsync(source, after, upTo, decoding.Writer, stopping.Token);
        try
        {
            await foreach (var page in decoding.Reader.ReadAllAsync(cancellationToken))
                yield return await page;
        }
        finally
        {
            await stopping.CancelAsync();
            await reading;
        }
    }

    private static DecodedPage Decode(ImmutableArray<RecordedEvent> events) => new(events, [.. events.Select(Projection.Decode)]);

    /// <summary>Ends with whoever takes the pages: it tells its failure through them and throws nothing.</summary>
    private static async Task ReadAllAsync(
        ReadForward source, long after, long upTo, ChannelWriter<Task<DecodedPage>> into, CancellationToken cancellationToken)
    {
        try
        {
            while (after < upTo)
            {
                var page = await ReadAsync(source, after, upTo, cancellationToken);
                after = page[^1].Position;
                await into.WriteAsync(Task.Factory.StartNew(() => Decode(page), cancellationToken, TaskCreationOptions.DenyChildAttach, TaskScheduler.Default), cancellationToken);
            }

            into.Complete();
        }
#pragma warning disable CA1031 // Whatever it is, the reader of the channel gets it.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            into.Complete(failure);
        }
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
