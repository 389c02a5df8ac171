using System.Collections.Immutable;
using PetitionMesh.Gateway.Cases.Work;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Petitioners;
using PetitionMesh.Grains.Privacy;

namespace PetitionMesh.Gateway.Cases;

/// <summary>Composes a case's file from its own events and opens what was sealed.</summary>
internal sealed class CaseFiles(IJournal journal, Vault vault, CaseWorks works, ICityDirectory city)
{
    public async Task<CaseFileView> ReadAsync(CaseStanding standing, CancellationToken cancellationToken)
    {
        var receptions = ImmutableArray.CreateBuilder<ReceptionRecord>();
        var imported = ImmutableArray.CreateBuilder<ImportedRecord>();
        var histories = await WithJoinedAsync(standing.Case, cancellationToken);
        foreach (var (id, events) in histories)
        {
            var summonses = Summonses(events);
            CaseId? of = id == standing.Case ? null : id;
            foreach (var (recorded, @event) in events)
            {
                switch (@event)
                {
                    case CaseEvent.Received received:
                        receptions.Add(await ShowAsync(received, recorded.Actor, summonses.GetValueOrDefault(received.Reception), of, cancellationToken));
                        break;
                    case CaseEvent.Imported import:
                        imported.Add(await ShowAsync(import, cancellationToken));
                        break;
                    default:
                        break; // The standing says what the other events amount to; the chronicle has a line of each.
                }
            }
        }
        var history = histories[0].Events;
        var isErased = receptions.Any(r => r.Erased) || imported.Any(i => i.Erased);
        var erasures = isErased ? await ErasuresAsync(standing.Petitioners, histories.Select(h => h.Case), cancellationToken) : [];
        return new CaseFileView(
            standing.Case,
            standing.CaseNumber?.Value,
            standing.Court.Value,
            standing.Status,
            OwnerView.Of(standing.Owner),
            OwnerLine.Of(history.Select(h => h.Event), city.Current),
            standing.OpenedOn,
            standing.LastReceptionOn,
            standing.JoinedInto,
            [.. standing.Courts.Select(c => c.Value)],
            receptions.DrainToImmutable(),
            imported.DrainToImmutable(),
            await works.ReadAsync(history, cancellationToken),
            new Chronicle(city.Current).Of(histories.SelectMany(h => h.Events), erasures));
    }

    /// <summary>The case's own events, then those of each case that was joined into it, directly or by another.</summary>
    private async Task<List<(CaseId Case, ImmutableArray<(RecordedEvent Recorded, CaseEvent Event)> Events)>> WithJoinedAsync(
        CaseId id, CancellationToken cancellationToken)
    {
        var histories = new List<(CaseId, ImmutableArray<(RecordedEvent, CaseEvent Event)>)>();
        var waiting = new Queue<CaseId>([id]);
        while (waiting.TryDequeue(out var next))
        {
            var history = await HistoryAsync(next, cancellationToken);
            histories.Add((next, history));
            foreach (var joined in history.Select(h => h.Event).OfType<CaseEvent.JoinedBy>())
                waiting.Enqueue(joined.Younger);
        }
        return histories;
    }

    /// <summary>W8: by the reception that sent each, where it stands now.</summary>
    private static Dictionary<ReceptionId, SummonsStanding> Summonses(ImmutableArray<(RecordedEvent Recorded, CaseEvent Event)> history)
    {
        var sent = history.Select(h => h.Event).OfType<CaseEvent.Summoned>().ToArray();
        if (sent.Length == 0)
            return []; // Nothing to fold for.
        var state = history.Aggregate(CaseState.Unopened, (s, h) => CaseEvolution.Evolve(s, h.Event));
        return sent.ToDictionary(s => s.Reception, s => state.Summons(s.Summons)!);
    }

    /// <summary>The case's events, oldest first.</summary>
    public async Task<ImmutableArray<(RecordedEvent Recorded, CaseEvent Event)>> HistoryAsync(CaseId id, CancellationToken cancellationToken) =>
        [.. (await journal.ReadAsync(StreamId.Of(id), 0, cancellationToken)).Select(e => (e, Codecs.Case.Decode(e.Kind, e.Payload.AsSpan())))];

    /// <summary>A sealed person, masked; null when its key has been deleted.</summary>
    public async ValueTask<PersonView?> OpenPersonAsync(string entity, Sealed person, CancellationToken cancellationToken)
    {
        if (await vault.OpenAsync(entity, Sealing.PersonField, person, cancellationToken) is not { } json)
            return null;
        var record = Sealing.ReadPerson(json);
        return new PersonView(
            record.IdType.Word(),
            record.IdNumber.Length == 0 ? null : Masks.Number(record.IdNumber),
            record.Name,
            record.Phone is null ? null : Masks.Number(record.Phone));
    }

    public ValueTask<string?> OpenAsync(string entity, string field, Sealed text, CancellationToken cancellationToken) =>
        vault.OpenAsync(entity, field, text, cancellationToken);

    /// <summary>What the texts of an import are bound to, see <see cref="CaseImport"/>.</summary>
    public static string EntityOf(CaseEvent.Imported imported) => $"{imported.Import}/{imported.Case}";

    private async Task<ReceptionRecord> ShowAsync(CaseEvent.Received received, string actor, SummonsStanding? summons, CaseId? of, CancellationToken cancellationToken)
    {
        var entity = received.Reception.Value;
        var person = await OpenPersonAsync(entity, received.Person, cancellationToken);
        return new ReceptionRecord(
            received.Reception,
            received.Number,
            received.First,
            received.Court.Value,
            received.Channel,
            received.Receiver?.Value,
            actor,
            received.OccurredAt,
            person,
            await OpenAsync(entity, Sealing.ClaimField, received.Claim, cancellationToken),
            received.Opinion is { } opinion ? await OpenAsync(entity, Sealing.OpinionField, opinion, cancellationToken) : null,
            received.Headcount,
            received.Level,
            received.SkipsLevel,
            received.Late,
            received.Returned,
            received.RecorderName,
            received.OriginalJudge,
            summons,
            of,
            received.Representatives is { } along ? await RepresentativesAsync(along, cancellationToken) : null,
            Erased: person is null);
    }

    /// <summary>Each as registered in their own stream, under their own key: whoever's data is deleted is named nowhere any more.</summary>
    private async Task<ImmutableArray<PersonView?>> RepresentativesAsync(ImmutableArray<PetitionerKey> along, CancellationToken cancellationToken)
    {
        var persons = ImmutableArray.CreateBuilder<PersonView?>(along.Length);
        foreach (var key in along)
        {
            var known = (await PersonHistoryAsync(key, cancellationToken)).Select(h => h.Event).OfType<PetitionerEvent.Registered>().LastOrDefault();
            persons.Add(known is null ? null : await OpenPersonAsync(key.Value, known.Identity, cancellationToken));
        }
        return persons.MoveToImmutable();
    }

    private async Task<IEnumerable<(RecordedEvent Recorded, PetitionerEvent Event)>> PersonHistoryAsync(PetitionerKey key, CancellationToken cancellationToken) =>
        (await journal.ReadAsync(StreamId.Of(key), 0, cancellationToken)).Select(e => (e, Codecs.Petitioner.Decode(e.Kind, e.Payload.AsSpan())));

    /// <summary>What the persons' own streams say of deletions that these cases' sealed texts fell under.</summary>
    private async Task<ImmutableArray<(RecordedEvent Recorded, PetitionerEvent.DataErased Event)>> ErasuresAsync(
        ImmutableArray<PetitionerKey> persons, IEnumerable<CaseId> cases, CancellationToken cancellationToken)
    {
        var erasures = ImmutableArray.CreateBuilder<(RecordedEvent, PetitionerEvent.DataErased)>();
        foreach (var key in persons)
        {
            foreach (var (recorded, @event) in await PersonHistoryAsync(key, cancellationToken))
            {
                if (@event is PetitionerEvent.DataErased erased && erased.Cases.Intersect(cases).Any())
                    erasures.Add((recorded, erased));
            }
        }
        return erasures.ToImmutable();
    }

    private async Task<ImportedRecord> ShowAsync(CaseEvent.Imported imported, CancellationToken cancellationToken)
    {
        var entity = EntityOf(imported);
        var person = await OpenPersonAsync(entity, imported.Person, cancellationToken);
        return new ImportedRecord(
            imported.Import,
            imported.Unit.Value,
            [.. imported.Rows.Select(r => r.Row)],
            person,
            await OpenAsync(entity, Sealing.GrievanceField, imported.Grievance, cancellationToken),
            imported.FirstVisitOn,
            imported.EarlierVisits,
            imported.LongStanding,
            imported.Enforcement,
            imported.ProvinceVisit,
            Erased: person is null);
    }
}
