using System.Collections.Immutable;
using System.Globalization;
using PetitionMesh.Gateway.Cases;
using PetitionMesh.Grains.FirstRequests;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Privacy;

namespace PetitionMesh.Gateway.FirstRequests;

/// <summary>A first request read from its own events, with what was sealed opened.</summary>
internal sealed class FirstRequestFile(IJournal journal, CaseFiles files)
{
    /// <returns>The request as it stands and its history; null when there is none of this id.</returns>
    public async Task<(FirstRequestState State, ImmutableArray<(RecordedEvent Recorded, FirstRequestEvent Event)> History)?> FindAsync(
        FirstRequestId id, CancellationToken cancellationToken)
    {
        ImmutableArray<(RecordedEvent, FirstRequestEvent Event)> history =
            [.. (await journal.ReadAsync(StreamId.Of(id), 0, cancellationToken)).Select(e => (e, Codecs.FirstRequest.Decode(e.Kind, e.Payload.AsSpan())))];
        return history.IsEmpty ? null : (history.Aggregate(FirstRequestState.Unknown, (s, h) => FirstRequestState.Evolve(s, h.Event)), history);
    }

    public async Task<FirstRequestView> ShowAsync(
        FirstRequestState state, ImmutableArray<(RecordedEvent Recorded, FirstRequestEvent Event)> history, CancellationToken cancellationToken)
    {
        var received = state.Received!;
        var entity = received.Request.Value;
        var person = await files.OpenPersonAsync(entity, received.Person, cancellationToken);
        var steps = ImmutableArray.CreateBuilder<FirstRequestStepView>();
        foreach (var (recorded, @event) in history.Skip(1))
            steps.Add(await ShowAsync(entity, recorded, @event, cancellationToken));
        return new FirstRequestView(
            received.Request,
            state.Status,
            received.Court.Value,
            received.Channel,
            received.Day,
            received.Time?.ToString("HH:mm", CultureInfo.InvariantCulture),
            received.Responsible,
            history[0].Recorded.Actor,
            person,
            received.Kind,
            await files.OpenAsync(entity, Sealing.ClaimField, received.Claim, cancellationToken),
            received.Handling,
            received.Number?.Value,
            received.Register,
            received.DueOn,
            state.DoneOn,
            state.Case,
            state.Filed,
            steps.DrainToImmutable(),
            Erased: person is null);
    }

    private async Task<FirstRequestStepView> ShowAsync(string entity, RecordedEvent recorded, FirstRequestEvent @event, CancellationToken cancellationToken)
    {
        async ValueTask<string?> OpenAsync(string field, Sealed? text) => text is { } some ? await files.OpenAsync(entity, field, some, cancellationToken) : null;

        var line = new FirstRequestStepView(recorded.At, recorded.Actor, "", null, null, null);
        return @event switch
        {
            FirstRequestEvent.PassedOn e => line with { Step = "流转", To = e.To, AppointmentAt = e.Appointment, Text = await OpenAsync(FirstRequestGrain.NoteField, e.Note) },
            FirstRequestEvent.Finished e => line with { Step = "办结", Text = await OpenAsync(FirstRequestGrain.ResultField, e.Result) },
            FirstRequestEvent.Entered => line with { Step = "转为信访事项" },
            FirstRequestEvent.Filed => line with { Step = "归档" },
            FirstRequestEvent.ContentErased => line with { Step = "删除个人信息" },
            _ => throw new InvalidOperationException($"Nobody knows how to show a {@event.GetType().Name}."),
        };
    }
}
