using FsCheck;
using FsCheck.Fluent;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Journal.Ledger;
using PetitionMesh.Journal.Ledger.Memory;

namespace PetitionMesh.Journal.Tests.Ledger;

/// <summary>The ledger follows from the events alone, however they were batched.</summary>
public sealed class ProjectionProperties
{
    private static readonly Arbitrary<(int Seed, int Events, int Largest)> Histories = Arb.From(
        from seed in Gen.Choose(0, int.MaxValue - 1)
        from events in Gen.Choose(1, 200)
        from largest in Gen.Choose(1, 60)
        select (seed, events, largest));

    [Fact]
    public void Any_division_into_batches_gives_the_ledger_of_one_batch_and_of_single_events() =>
        Prop.ForAll(Histories, sample =>
        {
            var events = History.Of(sample.Seed, sample.Events);
            var one = LedgerText.Of(Projection.Project(events.AsSpan()));
            return one == LedgerText.Of(Batches.Project(Batches.Of(events, sample.Seed, sample.Largest)))
                && one == LedgerText.Of(Batches.Project(Batches.Of(events, sample.Seed, 1)));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Counts_of_any_range_and_split_equal_a_naive_recount() =>
        Prop.ForAll(Histories, sample =>
        {
            var events = History.Of(sample.Seed, sample.Events);
            var rows = Projection.Project(events.AsSpan());
            var received = events.Where(e => e.Kind == "case.received.v1")
                .Select(e => (CaseEvent.Received)Codecs.Case.Decode(e.Kind, e.Payload.AsSpan()));
            var ledger = new MemoryLedger();
            ledger.Apply(rows);
            var random = new Random(sample.Seed);
            var from = new DateOnly(2024, 6, 1).AddDays(random.Next(1000));
            var to = from.AddDays(random.Next(900));
            var by = (CountsBy)random.Next(8);
            CourtId? court = random.Next(2) == 0 ? null : new CourtId(History.Courts[random.Next(History.Courts.Length)]);
            var counts = ledger.CountReceptionsAsync(from, to, by, court, default).Result;
            return counts.Position == events.Length && counts.Rows.SequenceEqual(Naive(received, from, to, by, court));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void The_parts_of_a_range_add_up_to_each_of_its_days_once() =>
        Prop.ForAll(
            Arb.From(from start in Gen.Choose(0, 2000) from length in Gen.Choose(-3, 1500) select (start, length)),
            sample =>
            {
                var from = new DateOnly(2023, 1, 1).AddDays(sample.start);
                var to = from.AddDays(sample.length);
                var ranges = DayRanges.Of(from, to, singleDays: false);
                return Enumerable.Range(-40, Math.Max(sample.length, 0) + 80)
                    .Select(d => from.AddDays(d))
                    .All(d => Times(ranges, d) == (from <= d && d <= to ? 1 : 0))
                    && Whole(ranges.Months, Spans.StartOfMonth)
                    && (ranges.Months == DayRange.Empty || Days(ranges.HeadDays) + Days(ranges.TailDays) <= 30);
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void A_promise_that_is_broken_leaves_every_cell_at_zero()
    {
        var @case = new CaseId(Guid.NewGuid());
        var promise = new CaseEvent.Ended(
            @case, EndingGround.WrittenUndertaking, CaseStatus.Provisional, "承诺", new DateOnly(2026, 3, 1), null, new CourtId("dg"));
        var rows = Projection.Project(Recorded.Events(@case, promise, new CaseEvent.Reopened(@case, null, new DateOnly(2026, 5, 1), promise)));

        Assert.Equal(2, rows.ResolutionTally.Count);
        Assert.All(rows.ResolutionTally.Rows, cell => Assert.Equal((0, 0), (cell.Resolved, cell.Provisional)));
    }

    [Fact]
    public void Reopening_after_a_final_end_changes_no_earlier_count()
    {
        var @case = new CaseId(Guid.NewGuid());
        var final = new CaseEvent.Ended(@case, EndingGround.Retrial, CaseStatus.Resolved, "再审", new DateOnly(2026, 3, 1), null, new CourtId("dg"));
        var rows = Projection.Project(Recorded.Events(@case, final, new CaseEvent.Reopened(@case, null, new DateOnly(2026, 5, 1), final)));

        Assert.All(rows.ResolutionTally.Rows, cell => Assert.Equal((1, 0), (cell.Resolved, cell.Provisional)));
        Assert.Equal("reopened", rows.CaseFiles.Find(@case.Guid)!.Status);
    }

    private static int Times(DayRanges ranges, DateOnly day) =>
        (ranges.HeadDays.Contains(day) ? ranges.HeadSign : 0) + (ranges.Months.Contains(day) ? 1 : 0) + (ranges.TailDays.Contains(day) ? ranges.TailSign : 0);

    private static int Days(DayRange range) => range.From > range.To ? 0 : range.To.DayNumber - range.From.DayNumber + 1;

    private static bool Whole(DayRange range, Func<DateOnly, DateOnly> startOf) =>
        range.From > range.To || (startOf(range.From) == range.From && startOf(range.To.AddDays(1)) == range.To.AddDays(1));

    private static IEnumerable<CountRow> Naive(IEnumerable<CaseEvent.Received> received, DateOnly from, DateOnly to, CountsBy by, CourtId? court) =>
        received
            .Where(r => from <= r.Day && r.Day <= to && (court is null || court.Value == r.Court))
            .GroupBy(r => (
                Court: by.HasFlag(CountsBy.Court) ? r.Court : (CourtId?)null,
                Channel: by.HasFlag(CountsBy.Channel) ? r.Channel : (Channel?)null,
                Day: by.HasFlag(CountsBy.Day) ? r.Day : (DateOnly?)null))
            .OrderBy(c => c.Key.Day)
            .ThenBy(c => c.Key.Court?.Value, StringComparer.Ordinal)
            .ThenBy(c => c.Key.Channel?.ToString().ToLowerInvariant(), StringComparer.Ordinal)
            .Select(c => new CountRow(
                c.Key.Court,
                c.Key.Channel,
                c.Key.Day,
                c.Count(),
                c.Count(r => r.First),
                c.Count(r => r.Headcount >= 5),
                c.Count(r => r.SkipsLevel),
                c.Sum(r => r.Headcount),
                c.Count(r => r.Level == Level.City),
                c.Count(r => r.Level == Level.Province),
                c.Count(r => r.Level == Level.Capital),
                c.Count(r => r.Late),
                c.Count(r => r.FromImport == true),
                c.Count(r => r.Kind == MatterKind.Civil),
                c.Count(r => r.Kind == MatterKind.Criminal),
                c.Count(r => r.Kind == MatterKind.Administrative),
                c.Count(r => r.Kind == MatterKind.Enforcement)));
}
