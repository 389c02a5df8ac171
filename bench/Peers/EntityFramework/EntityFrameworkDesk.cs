using Microsoft.EntityFrameworkCore;
using Npgsql;
using PetitionMesh.Peers.Contract;
using PetitionMesh.Peers.Sql;

namespace PetitionMesh.Peers.EntityFramework;

/// <summary>
/// Peer (b): EF Core as a careful team would write it. Pooled contexts, compiled look-up, one transaction; find-or-create as
/// the database's own upsert, since EF has none that is right under concurrency; the rows in one SaveChanges; the hot counter last.
/// </summary>
internal sealed class EntityFrameworkDesk(
    IDbContextFactory<CourtContext> contexts, CityDirectory city, CounterScope counter, LookupRecord record, TimeProvider time) : IReceptionDesk
{
    private static readonly Func<CourtContext, string, string, IAsyncEnumerable<PetitionCase>> CasesOf =
        EF.CompileAsyncQuery((CourtContext db, string idType, string idNumber) =>
            from p in db.Petitioners
            join c in db.Cases on p.Id equals c.PetitionerId
            where p.IdType == idType && p.IdNumber == idNumber
            select c);

    public async Task<ReceptionAnswer?> ReceiveAsync(Registration registration)
    {
        var db = await contexts.CreateDbContextAsync().ConfigureAwait(false);
        await using (db.ConfigureAwait(false))
        {
            try
            {
                return await RecordAsync(db, registration).ConfigureAwait(false);
            }
            catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, TableName: "command" })
            {
                db.ChangeTracker.Clear();
                return await RepeatAsync(db, registration).ConfigureAwait(false);
            }
        }
    }

    private async Task<ReceptionAnswer> RecordAsync(CourtContext db, Registration registration)
    {
        var body = registration.Body;
        var now = time.GetUtcNow();
        var occurredAt = body.OccurredAt ?? now;
        var day = DateOnly.FromDateTime(occurredAt.ToOffset(TimeSpan.FromHours(8)).DateTime);
        var transaction = await db.Database.BeginTransactionAsync().ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            var matter = await UpsertAsync(db, body, day, now).ConfigureAwait(false);
            var receptionId = Guid.CreateVersion7(now);
            db.Receptions.Add(new Reception
            {
                Id = receptionId,
                CaseId = matter.Id,
                Number = matter.Receptions,
                Court = body.Court,
                Channel = body.Channel,
                ReceivedBy = body.ReceivedBy,
                RecordedBy = registration.Caller,
                OccurredAt = occurredAt.UtcDateTime,
                RecordedAt = now.UtcDateTime,
                Headcount = body.Headcount ?? 1,
                Level = body.Level ?? "local",
                Claim = body.Claim,
                Opinion = body.Opinion ?? "",
            });
            db.Audit.Add(new AuditRow { At = now.UtcDateTime, Actor = registration.Caller, Court = body.Court, Action = "reception", Subject = receptionId });
            if (registration.Key is { } key)
                db.Commands.Add(new CommandRow { Caller = registration.Caller, Key = key, BodyHash = registration.BodyHash, ReceptionId = receptionId, At = now.UtcDateTime });
            var summons = SummonsFor(matter, body, receptionId, now);
            if (summons is not null)
                db.Summonses.Add(summons);
            await db.SaveChangesAsync().ConfigureAwait(false);

            var first = matter.Receptions == 1 ? 1 : 0;
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO counter AS c (court, day, channel, receptions, first) VALUES ({body.Court}, {day}, {counter.ChannelOf(body.Channel)}, 1, {first})
                ON CONFLICT (court, day, channel) DO UPDATE SET receptions = c.receptions + 1, first = c.first + excluded.first
                """).ConfigureAwait(false);
            await transaction.CommitAsync().ConfigureAwait(false);
            return Answer(receptionId, matter.Receptions, matter, summons);
        }
    }

    private static async Task<PetitionCase> UpsertAsync(CourtContext db, ReceptionBody body, DateOnly day, DateTimeOffset now)
    {
        var person = body.Petitioner;
        var rows = await db.Cases.FromSql(
            $"""
            WITH person AS (
                INSERT INTO petitioner (id, id_type, id_number, name, phone)
                VALUES ({Guid.CreateVersion7(now)}, {person.IdType}, {person.IdNumber!}, {person.Name}, {person.Phone})
                ON CONFLICT (id_type, id_number) DO UPDATE SET id_type = excluded.id_type RETURNING id)
            INSERT INTO petition_case AS c (id, petitioner_id, case_number, query_code, court, owner, status, receptions, opened_on, last_on)
            SELECT {Guid.CreateVersion7(now)}, person.id, {CaseNumber.Normal(body.Case.CaseNumber!)}, {QueryCode.New()},
                   {body.Court}, {body.ReceivedBy}, 'open', 1, {day}, {day} FROM person
            ON CONFLICT (petitioner_id, case_number)
                DO UPDATE SET receptions = c.receptions + 1, last_on = greatest(c.last_on, excluded.last_on)
            RETURNING c.*
            """).AsNoTracking().ToListAsync().ConfigureAwait(false);
        return rows[0];
    }

    private static Summons? SummonsFor(PetitionCase matter, ReceptionBody body, Guid receptionId, DateTimeOffset now) =>
        matter.Receptions == 1 || matter.Owner == body.ReceivedBy || body.Channel != "visit"
            ? null
            : new Summons
            {
                Id = Guid.CreateVersion7(now),
                CaseId = matter.Id,
                ReceptionId = receptionId,
                Leader = matter.Owner,
                Status = "sent",
                SentAt = now.UtcDateTime,
            };

    private async Task<ReceptionAnswer?> RepeatAsync(CourtContext db, Registration registration)
    {
        var found = await (
            from k in db.Commands
            join r in db.Receptions on k.ReceptionId equals r.Id
            join c in db.Cases on r.CaseId equals c.Id
            where k.Caller == registration.Caller && k.Key == registration.Key
            select new { k.BodyHash, Reception = r, Matter = c, Summons = db.Summonses.FirstOrDefault(s => s.ReceptionId == r.Id) })
            .AsNoTracking().SingleAsync().ConfigureAwait(false);
        return found.BodyHash.AsSpan().SequenceEqual(registration.BodyHash)
            ? Answer(found.Reception.Id, found.Reception.Number, found.Matter, found.Summons)
            : null;
    }

    private ReceptionAnswer Answer(Guid receptionId, int number, PetitionCase matter, Summons? summons) => new(
        receptionId.ToString(), matter.Id.ToString(), matter.QueryCode, number == 1, number, city.Owner(matter.Owner),
        summons is null ? null : new SummonsView(summons.Id.ToString(), summons.Leader, summons.Status), []);

    public async Task<LookupAnswer> LookUpAsync(string caller, LookupBody person)
    {
        await record.NoteAsync(caller).ConfigureAwait(false);
        var db = await contexts.CreateDbContextAsync().ConfigureAwait(false);
        await using (db.ConfigureAwait(false))
        {
            var cases = new List<CaseView>(1);
            await foreach (var c in CasesOf(db, person.IdType, person.IdNumber).ConfigureAwait(false))
                cases.Add(new CaseView(
                    c.Id.ToString(), c.CaseNumber, c.Court, c.Status, c.Receptions, city.Owner(c.Owner), c.OpenedOn, c.LastOn));
            return new LookupAnswer(cases);
        }
    }
}
