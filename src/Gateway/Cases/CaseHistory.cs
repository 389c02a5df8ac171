using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using PetitionMesh.Gateway.Cases.Work;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Cases.Acts;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Privacy;

namespace PetitionMesh.Gateway.Cases;

/// <summary>Everything that happened to a case, oldest first (W7).</summary>
internal sealed record CaseHistoryView(ImmutableArray<HistoryEntry> Items, string? Next = null);

/// <param name="Data">The event's fields: sealed texts opened, persons masked, keyed hashes left out.</param>
internal sealed record HistoryEntry(long Position, string Kind, DateTimeOffset At, string Actor, string Court, JsonObject Data);

/// <summary>Composes the history from the stored events.</summary>
internal sealed class CaseHistories(IJournal journal, CaseFiles files, CaseWorks works)
{
    /// <summary>Fields that are of use to nobody outside: keyed hashes of persons and of the query code.</summary>
    private static readonly string[] Withheld = ["petitioner", "petitioners", "joining", "representatives", "queryCodeHash"];

    /// <param name="after">Position after which it begins.</param>
    public async Task<CaseHistoryView> ReadAsync(CaseId id, long after, int limit, CancellationToken cancellationToken)
    {
        var entries = ImmutableArray.CreateBuilder<HistoryEntry>();
        var events = await journal.ReadAsync(StreamId.Of(id), 0, cancellationToken);
        var (page, next) = Paging.Cut(events.RemoveAll(e => e.Position <= after), limit, e => e.Position);
        foreach (var recorded in page)
        {
            var data = JsonNode.Parse(recorded.Payload.AsSpan()) as JsonObject
                ?? throw new InvalidOperationException($"Event {recorded.Position} is no JSON object.");
            foreach (var field in Withheld)
                data.Remove(field);
            await OpenAsync(data, Codecs.Case.Decode(recorded.Kind, recorded.Payload.AsSpan()), cancellationToken);
            entries.Add(new HistoryEntry(recorded.Position, recorded.Kind, recorded.At, recorded.Actor, recorded.Court, data));
        }
        return new CaseHistoryView(entries.DrainToImmutable(), next);
    }

    private async Task OpenAsync(JsonObject data, CaseEvent @event, CancellationToken cancellationToken)
    {
        switch (@event)
        {
            case CaseEvent.Received received:
                await OpenPersonAsync(data, received.Reception.Value, received.Person, cancellationToken);
                data[Sealing.ClaimField] = await files.OpenAsync(received.Reception.Value, Sealing.ClaimField, received.Claim, cancellationToken);
                if (received.Opinion is { } opinion)
                    data[Sealing.OpinionField] = await files.OpenAsync(received.Reception.Value, Sealing.OpinionField, opinion, cancellationToken);
                break;
            case CaseEvent.Imported imported:
                var entity = CaseFiles.EntityOf(imported);
                await OpenPersonAsync(data, entity, imported.Person, cancellationToken);
                data[Sealing.GrievanceField] = await files.OpenAsync(entity, Sealing.GrievanceField, imported.Grievance, cancellationToken);
                break;
            case CaseEvent.Acted acted:
                await OpenNarrativeAsync(data, Sealing.NarrativeField, acted.Id, acted.Narrative, cancellationToken);
                break;
            case CaseEvent.ClosingSubmitted submitted:
                await OpenNarrativeAsync(data, "report", submitted.Id, submitted.Report, cancellationToken);
                break;
            case CaseEvent.Signed signed:
                await OpenNarrativeAsync(data, Sealing.NarrativeField, signed.Id, signed.Narrative, cancellationToken);
                break;
            case CaseEvent.SentBack back:
                await OpenNarrativeAsync(data, Sealing.NarrativeField, back.Id, back.Narrative, cancellationToken);
                break;
            case CaseEvent.ReopeningAsked asked:
                await OpenNarrativeAsync(data, Sealing.NarrativeField, asked.Id, asked.Narrative, cancellationToken);
                break;
            default:
                data.Remove(Sealing.PersonField);
                break;
        }
    }

    private async Task OpenNarrativeAsync(JsonObject data, string field, ActId id, Sealed? narrative, CancellationToken cancellationToken)
    {
        if (narrative is not null)
            data[field] = JsonSerializer.SerializeToNode(await works.OpenAsync(id, narrative, cancellationToken), WireJson.Answers.SortedDictionaryStringString);
    }

    private async Task OpenPersonAsync(JsonObject data, string entity, Sealed person, CancellationToken cancellationToken)
    {
        var view = await files.OpenPersonAsync(entity, person, cancellationToken);
        data[Sealing.PersonField] = view is null ? null : JsonSerializer.SerializeToNode(view, WireJson.Answers.PersonView);
    }
}
