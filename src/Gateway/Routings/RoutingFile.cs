using System.Collections.Immutable;
using System.Globalization;
using PetitionMesh.Gateway.Cases;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Cases.Clocks;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Privacy;
using PetitionMesh.Grains.Routings;

namespace PetitionMesh.Gateway.Routings;

/// <summary>A routing slip read from its own events, with what was sealed opened.</summary>
internal sealed class RoutingFile(IJournal journal, CaseFiles files)
{
    /// <returns>The slip as it stands and its history; null when there is none of this id.</returns>
    public async Task<(RoutingState State, ImmutableArray<(RecordedEvent Recorded, RoutingEvent Event)> History)?> FindAsync(RoutingId id, CancellationToken cancellationToken)
    {
        ImmutableArray<(RecordedEvent, RoutingEvent Event)> history =
            [.. (await journal.ReadAsync(StreamId.Of(id), 0, cancellationToken)).Select(e => (e, Codecs.Routing.Decode(e.Kind, e.Payload.AsSpan())))];
        return history.IsEmpty ? null : (history.Aggregate(RoutingState.Unknown, (s, h) => RoutingState.Evolve(s, h.Event)), history);
    }

    public async Task<RoutingView> ShowAsync(
        RoutingState state, ImmutableArray<(RecordedEvent Recorded, RoutingEvent Event)> history, CitySnapshot city, DateOnly today, CancellationToken cancellationToken)
    {
        var slip = state.Registered!;
        var entity = slip.Routing.Value;
        var objections = ImmutableArray.CreateBuilder<RoutingObjectionView>();
        foreach (var objection in state.Objections)
            objections.Add(await ShowAsync(entity, objection, cancellationToken));
        return new RoutingView(
            slip.Routing,
            slip.Kind,
            state.Status,
            slip.Court.Value,
            slip.Number.Value,
            state.Ground,
            slip.By,
            await OpenAsync(entity, RoutingGrain.NoteField, slip.Note, cancellationToken),
            slip.Kind == RoutingKind.FirstTrial ? slip.Day : null,
            slip.Kind == RoutingKind.FirstEnforcement ? slip.Day : null,
            slip.DueOn,
            state.IsWithdrawn ? null : state.Routed is null ? WatchedClock.StateOn(slip.DueOn, today) : state.Routed.Late ? ClockState.MetLate : ClockState.Met,
            state.Routed?.Day,
            state.Related?.Value,
            state.Receiver,
            state.ObjectUntil,
            objections.DrainToImmutable(),
            state.Enforced?.Fen.Yuan(),
            state.Enforced?.Day,
            [.. history.Select(h => Step(h.Recorded, h.Event, city))],
            state.Erased);
    }

    private async Task<RoutingObjectionView> ShowAsync(string entity, Objection objection, CancellationToken cancellationToken)
    {
        var (raised, decided) = objection;
        return new RoutingObjectionView(
            raised.Objection,
            raised.Kind,
            raised.Objector,
            raised.Day,
            raised.By,
            await OpenAsync(entity, ObjectionDecider.ReasonField(raised.Objection), raised.Reason, cancellationToken),
            raised.Related?.Value,
            raised.First,
            decided?.Outcome,
            decided?.Receiver,
            decided?.DecidedBy,
            decided?.Day,
            await OpenAsync(entity, ObjectionDecider.OpinionField(raised.Objection), decided?.Opinion, cancellationToken),
            await OpenAsync(entity, ObjectionDecider.ReasonsField(raised.Objection), decided?.Reasons, cancellationToken));
    }

    private async ValueTask<string?> OpenAsync(string entity, string field, Sealed? text, CancellationToken cancellationToken) =>
        text is { } some ? await files.OpenAsync(entity, field, some, cancellationToken) : null;

    private static RoutingStepView Step(RecordedEvent recorded, RoutingEvent @event, CitySnapshot city)
    {
        RoutingStepView Told(string by, string step, string about) => new(city.InCity(recorded.At), by, step, about);
        return @event switch
        {
            RoutingEvent.Registered e => Told(e.By, "登记", $"{e.Kind.Chinese()}，{e.Number}"),
            RoutingEvent.Routed e => Told(e.By, "分流", $"至{e.Receiver.Chinese()}，{Of(e.Related)}{(e.Late ? "，逾期分流" : "")}"),
            RoutingEvent.Objected { First: { } first } e => Told(e.By, "异议", $"{e.Objector}提出{e.Kind.Chinese()}：首审（首执）负责人为{first.Chinese()}，{Of(e.Related)}"),
            RoutingEvent.Objected e => Told(e.By, "异议", $"{e.Objector}提出{e.Kind.Chinese()}"),
            RoutingEvent.Decided { Receiver: { } receiver } e => Told(e.By, "复核决定", $"{e.DecidedBy}：{e.Outcome.Chinese()}，改由{receiver.Chinese()}办理，{Of(e.Related)}"),
            RoutingEvent.Decided e => Told(e.By, "复核决定", $"{e.DecidedBy}：{e.Outcome.Chinese()}，原办理人继续办理"),
            RoutingEvent.Enforced e => Told(e.By, "执行到位", string.Create(CultureInfo.InvariantCulture, $"截至 {e.Day:yyyy-MM-dd} 累计 {e.Fen.Yuan():0.00} 元")),
            RoutingEvent.Withdrawn e => Told(e.By, "撤销", e.Reason),
            RoutingEvent.ContentErased => Told(recorded.Actor, "删除文字内容", "依法删除"),
            _ => throw new InvalidOperationException($"Nobody knows how to show a {@event.GetType().Name}."),
        };
    }

    private static string Of(CaseNumber? related) => related is { } number ? $"关联案号 {number.Value}" : "无关联案件";
}
