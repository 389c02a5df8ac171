using System.Collections.Immutable;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Cases.Clocks;
using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Gateway.Tests.Reports;

/// <summary>
/// What a bulletin must say, counted again from the journal's events alone: when each limit began and when it was met, not what the events say became of it.
/// </summary>
internal sealed class FortnightRecount
{
    private static readonly ClockKind[] Limits = [ClockKind.Enter, ClockKind.Meet, ClockKind.Progress, ClockKind.Close];
    private readonly ImmutableArray<(string Stream, CaseEvent Event)> _events;
    private readonly DateOnly _from;
    private readonly DateOnly _to;

    /// <param name="to">Last day of the period, which is over.</param>
    public FortnightRecount(IEnumerable<RecordedEvent> events, DateOnly from, DateOnly to)
    {
        _events = [.. events.Where(e => e.Kind.StartsWith("case.", StringComparison.Ordinal)).Select(e => (e.Stream.Value, Codecs.Case.Decode(e.Kind, e.Payload.AsSpan())))];
        (_from, _to) = (from, to);
    }

    /// <summary>court null is the city; the columns of the bulletin's table.</summary>
    public long[] Assigned(string? court)
    {
        var assigned = Of<CaseEvent.Assigned>().Where(a => court is null || a.Event.Unit.Value == court).ToArray();
        var ended = Of<CaseEvent.Ended>().Select(e => e.Stream).ToHashSet();
        var owing = Started().Where(c => Due(c) && MetOn(c) is null).Select(c => c.Stream).ToHashSet();
        var running = assigned.Count(a => !ended.Contains(a.Stream));
        return
        [
            assigned.Count(a => _from <= a.Event.ReceivedOn && a.Event.ReceivedOn <= _to), assigned.Count(a => a.Event.Urgent), assigned.Length, running, assigned.Length - running,
            assigned.Count(a => owing.Contains(a.Stream)),
        ];
    }

    /// <summary>Of each limit how many were due and in time; then all that were late and all that are owing.</summary>
    public long[] LimitsOf(string? court)
    {
        var due = Started().Where(c => Due(c) && (court is null || c.Clock.Court.Value == court)).ToArray();
        return
        [
            .. Limits.SelectMany(k => new long[] { due.Count(c => c.Clock.Kind == k), due.Count(c => c.Clock.Kind == k && InTime(c)) }),
            due.Count(c => MetOn(c) is not null && !InTime(c)), due.Count(c => MetOn(c) is null),
        ];
    }

    /// <summary>Each day, court and limit that was missed: how often, and how many were met after all.</summary>
    public IEnumerable<(DateOnly Day, string Court, string Limit, long Missed, long Late)> Missed() => Started().Where(c => Due(c) && !InTime(c))
        .GroupBy(c => (c.Clock.DueOn, c.Clock.Court.Value, c.Clock.Kind))
        .Select(g => (g.Key.DueOn, g.Key.Value, ClockNames.Of(g.Key.Kind), g.LongCount(), g.LongCount(c => MetOn(c) is not null)));

    /// <summary>Settled cases: all, and those that are promises.</summary>
    public (long Resolved, long Provisional) Settled(string? court)
    {
        var ended = Of<CaseEvent.Ended>().Select(e => e.Event).Where(e => _from <= e.Day && e.Day <= _to && (court is null || e.Court.Value == court)).ToArray();
        return (ended.Length, ended.Count(e => e.Ground is EndingGround.OralPromise or EndingGround.WrittenUndertaking));
    }

    /// <summary>Cases by the court of whoever owns them last: all, and those that have not ended.</summary>
    public (long Owned, long Running) Owned(string? court)
    {
        var ended = Of<CaseEvent.Ended>().Select(e => e.Stream).ToHashSet();
        var owners = Of<CaseEvent.OwnerFixed>().GroupBy(o => o.Stream).Select(g => g.Last()).Where(o => court is null || o.Event.Court.Value == court).ToArray();
        return (owners.Length, owners.Count(o => !ended.Contains(o.Stream)));
    }

    /// <summary>S10: four stars and more of all ratings; null without any.</summary>
    public decimal? Satisfaction(string? court)
    {
        var rated = Of<CaseEvent.Rated>().Select(r => r.Event).Where(r => _from <= r.On && r.On <= _to && (court is null || r.Court.Value == court)).ToArray();
        return rated.Length == 0 ? null : decimal.Round((decimal)rated.Count(r => r.Stars >= 4) / rated.Length, 4);
    }

    private IEnumerable<(string Stream, T Event)> Of<T>()
        where T : CaseEvent => _events.Where(e => e.Event is T).Select(e => (e.Stream, (T)e.Event));

    private IEnumerable<(string Stream, Clock Clock)> Started() =>
        Of<CaseEvent.ClockStarted>().Select(s => (s.Stream, s.Event.Clock)).Where(c => Limits.Contains(c.Clock.Kind));

    /// <summary>Its last day lies in the period; one that was met ahead of a later day counts there.</summary>
    private bool Due((string Stream, Clock Clock) clock) => _from <= clock.Clock.DueOn && clock.Clock.DueOn <= _to;

    private DateOnly? MetOn((string Stream, Clock Clock) clock) => Of<CaseEvent.ClockMet>()
        .Where(m => m.Stream == clock.Stream && m.Event.Clock.Id == clock.Clock.Id).Select(m => (DateOnly?)m.Event.On).SingleOrDefault();

    private bool InTime((string Stream, Clock Clock) clock) => MetOn(clock) <= clock.Clock.DueOn;
}
