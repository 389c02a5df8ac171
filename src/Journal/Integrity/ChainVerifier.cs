using PetitionMesh.Grains.Journaling;
using PetitionMesh.Journal.GroupCommit;

namespace PetitionMesh.Journal.Integrity;

/// <summary>
/// Reads the whole journal in pages and recomputes its chain, against the stored links and against heads that were carried
/// outside. Reads only, so it may run beside the server; what is appended meanwhile it leaves to the next time.
/// </summary>
public sealed class ChainVerifier
{
    private const int PageOfEvents = 2_000;
    private const int PageOfBatches = 500;

    private readonly IJournalStore _store;
    private readonly Queue<RecordedEvent> _events = new();
    private readonly Queue<JournalHead> _exported;
    private JournalHead _proven = JournalHead.Beginning;
    private JournalHead _agreed = JournalHead.Beginning;
    private long _lastRead;

    private ChainVerifier(IJournalStore store, IEnumerable<JournalHead> exported)
    {
        _store = store;
        _exported = new(exported.OrderBy(h => h.Position));
    }

    /// <param name="exported">Heads that were carried outside the database; without them a cut tail or a consistent rewrite cannot be seen.</param>
    public static Task<ChainReport> VerifyAsync(IJournalStore store, IEnumerable<JournalHead> exported, CancellationToken cancellationToken) =>
        new ChainVerifier(store, exported).RunAsync(cancellationToken);

    private async Task<ChainReport> RunAsync(CancellationToken cancellationToken)
    {
        var head = await _store.ReadHeadAsync(cancellationToken);
        var fault = await CheckLinksAsync(head, cancellationToken) ?? CheckHead(head) ?? CheckExportedBeyond(head) ?? await CheckBeyondAsync(head, cancellationToken);
        return new ChainReport(head, _proven, fault);
    }

    private async Task<ChainFault?> CheckLinksAsync(JournalHead head, CancellationToken cancellationToken)
    {
        while (_proven.Position < head.Position)
        {
            var links = await _store.ReadBatchesAsync(_proven.Position, PageOfBatches, cancellationToken);
            if (links.IsEmpty)
                return new ChainFault(ChainFaultKind.LinkMissing, _proven.Position + 1, head.Position);
            foreach (var link in links.TakeWhile(l => l.Last <= head.Position))
            {
                if (await CheckAsync(link, cancellationToken) is { } fault)
                    return fault;
            }

            if (links[^1].Last > head.Position)
                break;
        }

        return null;
    }

    private async Task<ChainFault?> CheckAsync(StoredBatch link, CancellationToken cancellationToken)
    {
        if (link.First != _proven.Position + 1)
            return new ChainFault(ChainFaultKind.LinkMissing, _proven.Position + 1, link.First);
        var events = new List<RecordedEvent>((int)(link.Last - link.First + 1));
        for (var position = link.First; position <= link.Last; position++)
        {
            if (await NextAsync(cancellationToken) is not { } next || next.Position != position)
                return new ChainFault(ChainFaultKind.EventMissing, position, position);
            events.Add(next);
        }

        var proven = Chain.After(_proven, events);
        if (!proven.Hash.AsSpan().SequenceEqual(link.Hash.AsSpan()))
            return new ChainFault(ChainFaultKind.Edited, link.First, link.Last);
        _proven = proven;
        return CheckExported();
    }

    /// <summary>Every exported head up to here must stand exactly at the end of a link, with the same hash.</summary>
    private ChainFault? CheckExported()
    {
        while (_exported.TryPeek(out var exported) && exported.Position <= _proven.Position)
        {
            if (exported != _proven)
                return new ChainFault(ChainFaultKind.Rewritten, _agreed.Position + 1, exported.Position);
            _agreed = _exported.Dequeue();
        }

        return null;
    }

    private ChainFault? CheckHead(JournalHead head) =>
        head == _proven ? null : new ChainFault(ChainFaultKind.HeadEdited, _proven.Position, head.Position);

    private ChainFault? CheckExportedBeyond(JournalHead head) =>
        _exported.Count > 0 ? new ChainFault(ChainFaultKind.TailCut, head.Position + 1, _exported.Max(e => e.Position)) : null;

    /// <summary>An event after the head that no link covers was put there by someone else than the journal.</summary>
    private async Task<ChainFault?> CheckBeyondAsync(JournalHead head, CancellationToken cancellationToken)
    {
        if (await _store.ReadForwardAsync(head.Position, 1, cancellationToken) is not [var beyond])
            return null;
        var now = await _store.ReadHeadAsync(cancellationToken);
        return beyond.Position <= now.Position ? null : new ChainFault(ChainFaultKind.Foreign, beyond.Position, beyond.Position);
    }

    private async Task<RecordedEvent?> NextAsync(CancellationToken cancellationToken)
    {
        if (_events.Count == 0)
        {
            foreach (var @event in await _store.ReadForwardAsync(_lastRead, PageOfEvents, cancellationToken))
                _events.Enqueue(@event);
        }

        if (!_events.TryDequeue(out var next))
            return null;
        _lastRead = next.Position;
        return next;
    }
}
