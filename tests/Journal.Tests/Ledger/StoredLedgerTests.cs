using System.Collections.Immutable;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Leaders;
using PetitionMesh.Journal.Ledger;
using PetitionMesh.Journal.Ledger.Memory;

namespace PetitionMesh.Journal.Tests.Ledger;

/// <summary>What every SQL store's ledger must do: hold the rows and give the answers of the ledger in memory.</summary>
public abstract class StoredLedgerTests
{
    /// <summary>Histories of each property; PETITIONMESH_LEDGER_SEEDS asks for more.</summary>
    private static int Seeds { get; } = int.TryParse(Environment.GetEnvironmentVariable("PETITIONMESH_LEDGER_SEEDS"), out var seeds) ? seeds : 6;

    /// <summary>An empty ledger of the store under test.</summary>
    private protected abstract Task<StoredLedger> CreateAsync();

    [SkippableFact]
    public async Task Random_histories_in_random_batches_give_the_rows_that_a_recount_gives()
    {
        for (var seed = 1; seed <= Seeds; seed++)
        {
            await using var ledger = await CreateAsync();
            var events = History.Of(seed, 300);
            await ledger.WriteAsync(Batches.Of(events, seed, largest: 1 + seed * 6));
            Assert.Null(await ledger.RecountAsync(Batches.Source(events)));
        }
    }

    [SkippableFact]
    public async Task Every_question_is_answered_as_the_ledger_in_memory_answers_it()
    {
        for (var seed = 1; seed <= Seeds; seed++)
        {
            await using var ledger = await CreateAsync();
            var events = History.Of(seed, 400);
            await ledger.WriteAsync(Batches.Of(events, seed, 40));
            var memory = new MemoryLedger();
            memory.Apply(Projection.Project(events.AsSpan()));
            foreach (var (name, ask) in Questions(new Random(seed), events))
                Assert.True(await ask(memory) == await ask(ledger.Ledger), $"seed {seed}: {name}: expected {await ask(memory)} but got {await ask(ledger.Ledger)}");
        }
    }

    [SkippableFact]
    public async Task Reports_are_made_of_the_same_figures_whatever_the_store()
    {
        for (var seed = 1; seed <= Seeds; seed++)
        {
            await using var ledger = await CreateAsync();
            var events = History.Of(seed, 600, days: 60);
            await ledger.WriteAsync(Batches.Of(events, seed, 40));
            var memory = new MemoryLedger();
            memory.Apply(Projection.Project(events.AsSpan()));
            foreach (var (name, ask) in FigureQuestions.Of(seed))
            {
                var expected = await new MemoryFigureDesk(memory).ReadAsync(ask, default);
                var actual = await ledger.Figures.ReadAsync(ask, default);
                Assert.True(expected == actual, $"seed {seed}: {name}: expected {expected} but got {actual}");
            }
        }
    }

    [SkippableFact]
    public async Task A_summons_is_unanswered_from_its_escalation_to_its_answer_and_from_a_missed_meeting_on()
    {
        var (@case, at, place, leader) = (new CaseId(Guid.NewGuid()), new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero), new CourtId("dg"), new LeaderId("L001"));
        CaseEvent.Summoned Sent(CourtId by) => new(new SummonsId(Guid.NewGuid()), @case, leader, new ReceptionId(Guid.NewGuid()), by, at);
        var (fresh, silent, late, broken, elsewhere) = (Sent(place), Sent(place), Sent(place), Sent(place), Sent(new CourtId("xs")));
        CaseEvent Escalated(CaseEvent.Summoned s) => new CaseEvent.SummonsEscalated(s.Summons, @case, leader, s.At, place, at.AddMinutes(30), at.AddMinutes(31));
        var events = Recorded.Events(
            @case,
            new CaseEvent.Opened(@case, null, place, [], "hash", new DateOnly(2026, 3, 2)),
            fresh, silent, late, broken, elsewhere,
            Escalated(silent), Escalated(late), Escalated(elsewhere),
            new CaseEvent.SummonsAcknowledged(late.Summons, @case, leader, place, at.AddMinutes(50)),
            new CaseEvent.SummonsArranged(broken.Summons, @case, leader, place, MeetingMode.Appointment, at.AddDays(1), null, at.AddMinutes(5)),
            new CaseEvent.SummonsMissed(broken.Summons, @case, leader, place, null, at.AddDays(2)));
        await using var ledger = await CreateAsync();
        await ledger.WriteAsync(Batches.Of([.. events], 1, 3));
        var memory = new MemoryLedger();
        memory.Apply(Projection.Project(events.AsSpan()));
        foreach (var figures in new[] { ledger.Figures, new MemoryFigureDesk(memory) })
        {
            Assert.Equal(
                [(broken.Summons, SummonsStatus.Missed, at.AddDays(1)), (silent.Summons, SummonsStatus.Escalated, (DateTimeOffset?)null)],
                (await figures.ReadAsync(f => f.UnansweredAsync(place, 10), default)).Select(u => (u.Summons, u.Status, u.MeetingAt)));
            Assert.Equal(broken.Summons, Assert.Single(await figures.ReadAsync(f => f.UnansweredAsync(place, 1), default)).Summons);
            Assert.Equal(elsewhere.Summons, Assert.Single(await figures.ReadAsync(f => f.UnansweredAsync(elsewhere.At, 10), default)).Summons);
        }
    }

    [SkippableFact]
    public async Task Pages_of_a_courts_ledger_hold_every_case_once()
    {
        await using var ledger = await CreateAsync();
        var events = History.Of(7, 1_000);
        await ledger.WriteAsync(Batches.Of(events, 7, 100));
        foreach (var filter in new[] { new CaseFilter(Limit: 7), new CaseFilter(VisibleTo: new CourtId("dg"), Limit: 7) })
        {
            var all = (await ledger.Ledger.ListCasesAsync(filter with { Limit = 1000 }, default)).Items;
            var paged = new List<CaseLine>();
            for (var page = await ledger.Ledger.ListCasesAsync(filter, default); ; page = await ledger.Ledger.ListCasesAsync(filter with { After = page.Next }, default))
            {
                paged.AddRange(page.Items);
                if (page.Next is null)
                    break;
            }

            Assert.InRange(all.Length, 50, CaseFilter.MaxLimit);
            Assert.Equal(all, paged);
        }
    }

    [SkippableFact]
    public async Task An_empty_ledger_answers_that_nothing_is_counted()
    {
        await using var ledger = await CreateAsync();
        var counts = await ledger.Ledger.CountReceptionsAsync(new(2026, 1, 1), new(2026, 12, 31), CountsBy.Court, null, default);
        Assert.Equal((0, null, 0), (counts.Position, counts.At, counts.Rows.Length));
        Assert.False(await ledger.Ledger.IsKnownAsync(History.Person(1), default));
        Assert.Null(await ledger.RecountAsync(Batches.Source([])));
    }

    [SkippableFact]
    public async Task A_recount_names_the_first_row_that_was_tampered_with()
    {
        var events = History.Of(3, 400);
        foreach (var (tampering, expected) in Tamperings)
        {
            await using var ledger = await CreateAsync();
            await ledger.WriteAsync(Batches.Of(events, 3, 50));
            await ledger.ExecuteAsync(tampering);
            var difference = await ledger.RecountAsync(Batches.Source(events));
            Assert.NotNull(difference);
            Assert.Equal(expected, $"{difference.Table}.{difference.Column}");
        }
    }

    [SkippableFact]
    public async Task A_recount_finds_a_row_missing_in_any_table()
    {
        var events = History.Of(3, 1500);
        await using var ledger = await CreateAsync();
        await ledger.WriteAsync(Batches.Of(events, 3, 50));
        var rows = new RowCounts();
        var all = Projection.Project(events.AsSpan());
        all.Visit(rows);
        all.TakeRegister();
        Assert.Equal(0, all.CountRows(register: true));
        Assert.Empty(rows.Counts.Where(c => c.Rows == 0).Select(c => c.Table));
        foreach (var (table, _) in rows.Counts)
        {
            await ledger.ExecuteAsync($"create table kept as select * from {table}; delete from {table}");
            // A ledger without a head counts no event, so that its first row is one too many.
            Assert.Equal(table == "ledger_head" ? "reception" : table, (await ledger.RecountAsync(Batches.Source(events)))?.Table);
            await ledger.ExecuteAsync($"insert into {table} select * from kept; drop table kept");
        }

        Assert.Null(await ledger.RecountAsync(Batches.Source(events)));
    }

    [SkippableFact]
    public async Task A_rebuild_mends_the_ledger_and_says_what_was_wrong()
    {
        var events = History.Of(5, 3000);
        await using var ledger = await CreateAsync();
        await ledger.WriteAsync(Batches.Of(events, 5, 200));
        await ledger.ExecuteAsync("update case_file set receptions = 99 where owner = 'L002'");
        await ledger.ExecuteAsync("delete from tally_reception where span = 'm'");

        var report = await ledger.RebuildAsync(Batches.Source(events), _ => Task.FromResult((long)events.Length), _ => { });

        Assert.Equal(events.Length, report.Events);
        Assert.Equal(["case_file.receptions", "tally_reception.*"], report.Differences.Select(d => $"{d.Table}.{d.Column}"));
        Assert.Null(await ledger.RecountAsync(Batches.Source(events)));
    }

    [SkippableFact]
    public async Task What_is_registered_during_a_rebuild_is_in_the_new_ledger_and_a_second_rebuild_finds_nothing()
    {
        var events = History.Of(6, 30_000);
        await using var ledger = await CreateAsync();
        var written = 25_000;
        await ledger.WriteAsync([events[..written]]);

        var report = await ledger.RebuildAsync(Batches.Source(events), _ => Task.FromResult((long)written), _ =>
        {
            if (written == events.Length)
                return;
            var more = events.Slice(written, 500);
            // Elsewhere: the few threads of the test run may all be waiting here, and then nobody would be left to go on.
            Task.Run(() => ledger.WriteAsync([more])).GetAwaiter().GetResult();
            written += 500;
        });
        Assert.InRange(report.Events, 25_500, events.Length);
        Assert.Empty(report.Differences);

        await ledger.WriteAsync([events[written..]]);
        var second = await ledger.RebuildAsync(Batches.Source(events), _ => Task.FromResult((long)events.Length), _ => { });
        Assert.Empty(second.Differences);
        Assert.Null(await ledger.RecountAsync(Batches.Source(events)));
    }

    private static readonly (string Sql, string Expected)[] Tamperings =
    [
        ("update case_file set owner = 'L999' where owner = 'L001'", "case_file.owner"),
        ("update tally_reception set first = first + 1 where span = 'm'", "tally_reception.first"),
        ("delete from tally_reception where span = 'm'", "tally_reception.*"),
        ("delete from reception where position = (select max(position) from reception)", "reception.*"),
        ("update reception set position = position + 1000 where position = (select max(position) from reception)", "reception.*"),
        ("insert into case_court select case_id, 'elsewhere', 999 from case_court where since = 1", "case_court.*"),
        ("update ledger_head set at = '2020-01-01T00:00:00.000000Z'", "ledger_head.at"),
    ];

    private static IEnumerable<(string Name, Func<ILedger, Task<string>> Ask)> Questions(Random random, ImmutableArray<RecordedEvent> events)
    {
        for (var i = 0; i < 30; i++)
        {
            var from = new DateOnly(2024, 6, 1).AddDays(random.Next(1000));
            var to = from.AddDays(random.Next(900));
            var by = (CountsBy)random.Next(8);
            CourtId? court = random.Next(2) == 0 ? null : Court(random);
            yield return ($"counts {from:O} {to:O} {by} {court}", async l =>
            {
                var counts = await l.CountReceptionsAsync(from, to, by, court, default);
                return $"{counts.Position} {counts.At:O} {string.Join('\n', counts.Rows)}";
            }
            );
            yield return ("resolutions", async l => string.Join('\n', await l.CountResolutionsAsync(from, to, court, default)));
            var filter = new CaseFilter(
                random.Next(3) == 0 ? Court(random) : null,
                random.Next(3) == 0 ? Court(random) : null,
                random.Next(3) == 0 ? Leader(random) : null,
                random.Next(4) == 0 ? (CaseStatus)random.Next(7) : null,
                random.Next(5) == 0 ? Number(random) : null,
                random.Next(3) == 0 ? random.Next(400) : null,
                random.Next(1, 30));
            yield return ($"list {filter}", async l =>
            {
                var page = await l.ListCasesAsync(filter, default);
                return $"{string.Join('\n', page.Items)} next {page.Next}";
            }
            );
        }

        foreach (var person in Enumerable.Range(0, 42).Select(History.Person))
        {
            yield return ($"person {person}", async l => $"{await l.IsKnownAsync(person, default)} {string.Join('\n', await l.FindCasesAsync(person, default))}");
        }

        foreach (var opened in events.Select(e => e.Stream.Value).Where(s => s.StartsWith("case/", StringComparison.Ordinal)).Distinct().Take(30))
        {
            var id = CaseId.Parse(opened["case/".Length..]);
            yield return ($"case {id}", async l => $"{await l.FindCaseAsync(id, default)} {await l.FindCaseByQueryCodeAsync($"hash-{id}", default)}");
            yield return ($"courts {id}", async l => string.Join(',', await l.CourtsOfAsync(id, default)));
            yield return ($"rows {id}", async l => string.Join('\n', await l.ListImportRowsAsync(id, default)));
        }

        foreach (var received in events.Where(e => e.Kind == "case.received.v1").Take(10).Select(e => (CaseEvent.Received)Codecs.Case.Decode(e.Kind, e.Payload.AsSpan())))
        {
            yield return ($"court of {received.Reception}", async l =>
                $"{await l.CourtOfReceptionAsync(received.Reception, default)} {await l.CourtOfReceptionAsync(new ReceptionId(received.Case.Guid), default)}");
        }

        foreach (var leader in History.Leaders.Append("L404").Select(l => new LeaderId(l)))
        {
            yield return ($"owned {leader}", async l => $"{await l.CountOwnedAsync(leader, default)}");
            yield return ($"summonses {leader}", async l => string.Join('\n', await l.ListSummonsesAsync(leader, 20, default)));
            yield return ($"received by {leader}", async l =>
            {
                var lines = new List<ReceptionLine>();
                for (var day = new DateOnly(2025, 1, 1); day < new DateOnly(2025, 3, 1); day = day.AddDays(1))
                    lines.AddRange(await l.ListReceivedAsync(leader, day, default));
                return string.Join('\n', lines);
            }
            );
            yield return ($"hands of {leader}", async l => string.Join('\n', await l.ListOwnedAsync(leader, 25, default)));
            yield return ($"year of {leader}", async l => $"{await l.CountLeaderAsync(leader, 2025, default)} {await l.CountLeaderAsync(leader, 2026, default)}");
            yield return ($"desk of {leader}", async l =>
            {
                var desk = await l.ReadDeskAsync(leader, new DeskQuestion(2026, new DateOnly(2026, 1, 9), new AwaitedOf(Owner: leader), 7, 9, 11, 5), default);
                return $"{desk.Stand} {string.Join('\n', desk.Cases)} {string.Join('\n', desk.Summonses)} {string.Join('\n', desk.Notices)} {string.Join('\n', desk.Due)} {string.Join('\n', desk.Awaited)} {desk.Year}";
            }
            );
            yield return ($"notices {leader}", async l => string.Join('\n', await l.ListNoticesAsync(leader, 20, default)));
        }

        foreach (var question in WorkQuestions.Of(random, events))
            yield return question;

        foreach (var ground in (VacancyGround[])[VacancyGround.Pending, VacancyGround.Recused])
            yield return ($"vacant {ground}", async l => string.Join('\n', await l.ListVacantAsync(ground, 15, default)));
        yield return ("leaders away", async l => string.Join('\n', await l.ListLeaderStandingsAsync(default)));

        foreach (var court in History.Courts.Select(c => new CourtId(c)))
        {
            foreach (var status in (SummonsStatus[])[SummonsStatus.Sent, SummonsStatus.Arranged])
            {
                var until = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(random.Next(20));
                yield return ($"due at {court} {status} {until:O}", async l =>
                {
                    var due = await l.DueSummonsesAsync(court, status, until, 5, default);
                    var found = due.IsEmpty ? null : await l.FindSummonsAsync(due[0].Summons, default);
                    return $"{string.Join('\n', due)} {found} {await l.StandAsync(default)}";
                }
                );
            }
        }

        for (var serial = 1; serial <= 12; serial++)
        {
            var number = CaseNumber.Parse($"(2019)鲁9902民初{serial}号");
            yield return ($"number {number}", async l => string.Join('\n', await l.FindCasesAsync(number, default)));
        }

        for (var row = 0; row < 40; row++)
        {
            var at = row;
            yield return ($"import row {at}", async l => $"{await l.FindImportRowAsync("sheet-1", at, default)}");
        }
    }

    private static CourtId Court(Random random) => new(History.Courts[random.Next(History.Courts.Length)]);

    private static LeaderId Leader(Random random) => new(History.Leaders[random.Next(History.Leaders.Length)]);

    private static CaseNumber Number(Random random) => CaseNumber.Parse($"(2019)鲁9902民初{random.Next(1, 12)}号");
}

/// <summary>How many rows a history has in each table.</summary>
internal sealed class RowCounts : ILedgerVisitor
{
    public List<(string Table, int Rows)> Counts { get; } = [];

    public void Table<TKey, TRow>(RowSet<TKey, TRow> rows)
        where TKey : notnull
        where TRow : class, ILedgerRow<TKey, TRow> => Counts.Add((TRow.Table.Name, rows.Count));
}

/// <summary>A ledger in a database of its own.</summary>
internal abstract class StoredLedger : IAsyncDisposable
{
    public abstract ILedger Ledger { get; }

    public abstract IFigureDesk Figures { get; }

    /// <summary>Writes each batch in a transaction of its own.</summary>
    public abstract Task WriteAsync(IEnumerable<ImmutableArray<RecordedEvent>> batches);

    public abstract Task ExecuteAsync(string sql);

    public abstract Task<LedgerDifference?> RecountAsync(ReadForward source);

    public abstract Task<RebuildReport> RebuildAsync(ReadForward source, Func<CancellationToken, Task<long>> head, Action<ReplayProgress> progress);

    public abstract ValueTask DisposeAsync();
}
