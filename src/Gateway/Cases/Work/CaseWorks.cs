using System.Collections.Immutable;
using System.Text.Json;
using PetitionMesh.Gateway.Cases.Papers;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Cases.Acts;
using PetitionMesh.Grains.Cases.Clocks;
using PetitionMesh.Grains.Cases.Closings;
using PetitionMesh.Grains.Cases.Papers;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Privacy;

namespace PetitionMesh.Gateway.Cases.Work;

/// <summary>Composes the work on a case from its own events and opens what was sealed.</summary>
internal sealed class CaseWorks(Vault vault, ICityDirectory city, CaseTerms terms, TimeProvider time)
{
    public async Task<WorkView> ReadAsync(ImmutableArray<(RecordedEvent Recorded, CaseEvent Event)> history, CancellationToken cancellationToken)
    {
        var state = history.Aggregate(CaseState.Unopened, (s, e) => CaseEvolution.Evolve(s, e.Event));
        var acts = ImmutableArray.CreateBuilder<ActRecord>();
        var closings = new List<ClosingView>();
        foreach (var (recorded, @event) in history)
        {
            switch (@event)
            {
                case CaseEvent.Acted acted:
                    acts.Add(await ShowAsync(acted, recorded.Actor, cancellationToken));
                    break;
                case CaseEvent.ClosingSubmitted submitted:
                    closings.Add(await ShowAsync(submitted, cancellationToken));
                    break;
                case CaseEvent.Signed signed:
                    closings[^1] = Signed(closings[^1], signed, await OpenAsync(signed.Id, signed.Narrative, "opinion", cancellationToken));
                    break;
                case CaseEvent.SentBack back:
                    closings[^1] = closings[^1] with
                    {
                        SentBackBy = $"{SignatureLayers.NameOf(back.Layer)}退回：{await OpenAsync(back.Id, back.Narrative, "reason", cancellationToken)}",
                    };
                    break;
                case CaseEvent.ClosingLapsed lapsed:
                    closings[^1] = closings[^1] with { SentBackBy = LapseNames.Of(lapsed.Ground) };
                    break;
                default:
                    break; // Receptions and what the standing tells are shown elsewhere.
            }
        }
        if (state.Work.Closing is { } under)
            closings[^1] = closings[^1] with { Next = under.Next };
        var now = city.Current;
        var today = now.DayOf(time.GetUtcNow());
        var work = state.Work;
        var until = CaseDays.Until(state.Status, state.Ending?.Day, today);
        return new WorkView(
            CaseDays.Age(state.OpenedOn, until),
            CaseDays.Held(work.HeldSince ?? state.Owner?.At, state.OpenedOn, now, until),
            work.Level,
            work.Assignment is { } a ? new AssignedCaseView(a.Source, a.DocumentNumber, a.ReceivedAt, a.Unit.Value, a.Division, a.Urgent) : null,
            work.Entry is { } e ? new EntryView(e.On, e.ResponsibleLeader.Value, e.Handler, e.Contact, e.Team) : null,
            ClockView.Of(state, terms, today),
            acts.DrainToImmutable(),
            [.. work.Papers.Select(p => new PaperView(p.Id, p.Kind, PaperNames.Of(p.Kind), p.MediaType, p.Size, p.Hash))],
            [.. closings],
            work.SentBack);
    }

    private async Task<ActRecord> ShowAsync(CaseEvent.Acted acted, string actor, CancellationToken cancellationToken)
    {
        var form = ActForms.Of(acted.Act);
        var said = await OpenAsync(acted.Id, acted.Narrative, cancellationToken);
        return new ActRecord(
            acted.Id,
            acted.Act,
            form.Title,
            form.Rule,
            acted.On,
            acted.At,
            actor,
            [
                .. form.Fields.Where(f => f.Kind is not (FieldKind.Papers or FieldKind.Judgments))
                    .Select(f => new FilledField(f.Name, f.Title, f.Kind == FieldKind.Narrative ? said?.GetValueOrDefault(f.Name) : acted.Fact(f.Name)))
                    .Where(f => f.Value is not null),
                .. acted.Facts.Where(f => f.Name.StartsWith("order", StringComparison.Ordinal)).Select((f, i) => new FilledField(f.Name, $"接访顺序{i + 1}", f.Value)),
            ],
            [.. acted.Papers.Select(p => p.Value)],
            acted.Clock?.Value);
    }

    private async Task<ClosingView> ShowAsync(CaseEvent.ClosingSubmitted submitted, CancellationToken cancellationToken)
    {
        var said = await OpenAsync(submitted.Id, submitted.Report, cancellationToken);
        return new ClosingView(
            submitted.Number,
            submitted.Ground,
            submitted.Outcome,
            OutcomeNames.Of(submitted.Outcome),
            submitted.On,
            submitted.To,
            submitted.Report is not null && said is null,
            [
                .. ActForms.ReportSections().Append(new ActField("reason", "理由", FieldKind.Narrative, true))
                    .Select(f => new FilledField(f.Name, f.Title, said?.GetValueOrDefault(f.Name))).Where(f => f.Value is not null),
            ],
            [.. submitted.Papers.Select(p => p.Value)],
            [],
            null,
            null);
    }

    private static ClosingView Signed(ClosingView closing, CaseEvent.Signed signed, string? opinion) => closing with
    {
        Signatures = closing.Signatures.Add(new SignatureView(signed.Layer, SignatureLayers.NameOf(signed.Layer), signed.Name, signed.On, opinion, signed.Narrative is not null && opinion is null)),
    };

    private async Task<string?> OpenAsync(ActId id, Sealed? narrative, string field, CancellationToken cancellationToken) =>
        (await OpenAsync(id, narrative, cancellationToken))?.GetValueOrDefault(field);

    public async Task<SortedDictionary<string, string>?> OpenAsync(ActId id, Sealed? narrative, CancellationToken cancellationToken) =>
        narrative is { } text && await vault.OpenAsync(id.Value, Sealing.NarrativeField, text, cancellationToken) is { } json
            ? JsonSerializer.Deserialize(json, WireJson.Answers.SortedDictionaryStringString)
            : null;
}
