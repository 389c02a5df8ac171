using System.Collections.Immutable;
using System.Globalization;
using PetitionMesh.Gateway.Cases;
using PetitionMesh.Grains.Cases.Clocks;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.ErrandDesks;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Privacy;

namespace PetitionMesh.Gateway.ErrandDesks;

/// <summary>A complaint read from its own events, with what was sealed opened.</summary>
internal sealed class ComplaintFile(IJournal journal, CaseFiles files, ICityDirectory city)
{
    /// <returns>The complaint as it stands and its history; null when there is none of this id.</returns>
    public async Task<(ComplaintState State, ImmutableArray<(RecordedEvent Recorded, ComplaintEvent Event)> History)?> FindAsync(ComplaintId id, CancellationToken cancellationToken)
    {
        ImmutableArray<(RecordedEvent, ComplaintEvent Event)> history =
            [.. (await journal.ReadAsync(StreamId.Of(id), 0, cancellationToken)).Select(e => (e, Codecs.Complaint.Decode(e.Kind, e.Payload.AsSpan())))];
        return history.IsEmpty ? null : (history.Aggregate(ComplaintState.Unknown, (s, h) => ComplaintState.Evolve(s, h.Event)), history);
    }

    public async Task<ComplaintView> ShowAsync(
        ComplaintState state, ImmutableArray<(RecordedEvent Recorded, ComplaintEvent Event)> history, DateOnly today, CancellationToken cancellationToken)
    {
        var (registered, done, answered) = (state.Registered!, state.Checked, state.Answered);
        async ValueTask<string?> OpenAsync(string field, Sealed? text) =>
            text is { } some ? await files.OpenAsync(registered.Complaint.Value, field, some, cancellationToken) : null;

        return new ComplaintView(
            registered.Complaint,
            state.Status,
            registered.Court.Value,
            registered.Desk,
            registered.DeskName,
            registered.Officer,
            registered.Channel,
            registered.Day,
            registered.By,
            await OpenAsync(ComplaintDecider.ContentField, registered.Content),
            await OpenAsync(ComplaintDecider.NameField, registered.Name),
            await OpenAsync(ComplaintDecider.PhoneField, registered.Phone),
            registered.Alleged,
            state.Circulated?.Division,
            state.Circulated?.DueOn,
            done is not null ? done.Late ? ClockState.MetLate : ClockState.Met : state.Circulated is { } at ? WatchedClock.StateOn(at.DueOn, today) : null,
            done?.Day,
            done?.Outcome,
            done?.CheckedBy,
            await OpenAsync(ComplaintDecider.FindingsField, done?.Findings),
            done?.Found ?? [],
            answered?.Day,
            answered?.AnsweredBy,
            answered?.Means,
            await OpenAsync(ComplaintDecider.AnswerField, answered?.Text),
            [.. history.Select(h => Step(h.Recorded, h.Event))],
            state.Erased);
    }

    private ComplaintStepView Step(RecordedEvent recorded, ComplaintEvent @event)
    {
        ComplaintStepView Told(string by, string step, string about) => new(city.Current.InCity(recorded.At), by, step, about);
        return @event switch
        {
            ComplaintEvent.Registered e => Told(e.By, "登记", $"{e.DeskName}，{e.Channel.Chinese()}"),
            ComplaintEvent.Circulated e => Told(e.By, "流转", string.Create(CultureInfo.InvariantCulture, $"至{e.Division}，核查期限 {e.DueOn:yyyy-MM-dd}")),
            ComplaintEvent.Checked e => Told(e.By, "核查", $"{e.CheckedBy}：{e.Outcome.Chinese()}{(e.Found.IsEmpty ? "" : $"，{Names(e.Found)}")}{(e.Late ? "，逾期核查" : "")}"),
            ComplaintEvent.Answered e => Told(e.By, "答复", $"{e.AnsweredBy}{e.Means.Chinese()}答复"),
            ComplaintEvent.ContentErased => Told(recorded.Actor, "删除文字内容", "依法删除"),
            _ => throw new InvalidOperationException($"Nobody knows how to show a {@event.GetType().Name}."),
        };
    }

    /// <summary>Conduct of the list as people call it.</summary>
    public static string Names(ImmutableArray<ForbiddenConduct> conduct) => string.Join('、', conduct.Select(c => c.Chinese()));
}
