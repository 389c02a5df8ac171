using Npgsql;
using NpgsqlTypes;
using PetitionMesh.Peers.Contract;

namespace PetitionMesh.Peers.Sql;

/// <summary>
/// Peer (a): plain Npgsql as well as we know how. A reception is one round trip: a batch is one implicit transaction that
/// the server commits at its end, so there is no BEGIN or COMMIT to wait for. The statements are prepared, and the hot
/// counter comes last, so that its row is locked for little more than the commit. A look-up is one round trip too.
/// </summary>
internal sealed class NpgsqlDesk(
    NpgsqlDataSource database, ReadSource reads, CityDirectory city, CounterScope counter, LookupRecord record, TimeProvider time) : IReceptionDesk
{
    private static readonly string InsertPetitioner = SqlText.Of("insert-petitioner");
    private static readonly string Receive = SqlText.Of("receive");
    private static readonly string Count = SqlText.Of("count");
    private static readonly string Replay = SqlText.Of("replay");
    private static readonly string LookUp = SqlText.Of("lookup");

    public async Task<ReceptionAnswer?> ReceiveAsync(Registration registration)
    {
        var connection = await database.OpenConnectionAsync().ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            try
            {
                return await RecordAsync(connection, registration).ConfigureAwait(false);
            }
            catch (PostgresException e) when (e is { SqlState: PostgresErrorCodes.UniqueViolation, TableName: "command" })
            {
                return await RepeatAsync(connection, registration).ConfigureAwait(false);
            }
        }
    }

    private async Task<ReceptionAnswer> RecordAsync(NpgsqlConnection connection, Registration registration)
    {
        var body = registration.Body;
        var now = time.GetUtcNow();
        var occurredAt = body.OccurredAt ?? now;
        var day = DateOnly.FromDateTime(occurredAt.ToOffset(TimeSpan.FromHours(8)).DateTime);
        var receptionId = Guid.CreateVersion7(now);

        var batch = new NpgsqlBatch(connection);
        await using (batch.ConfigureAwait(false))
        {
            batch.BatchCommands.Add(Statement(InsertPetitioner,
                Of(Guid.CreateVersion7(now)), Of(body.Petitioner.IdType), Of(body.Petitioner.IdNumber!),
                Text(body.Petitioner.Name), Text(body.Petitioner.Phone)));
            batch.BatchCommands.Add(Statement(Receive,
                Of(Guid.CreateVersion7(now)), Of(CaseNumber.Normal(body.Case.CaseNumber!)), Of(QueryCode.New()), Of(body.Court),
                Of(body.ReceivedBy), Of(day), Of(body.Petitioner.IdType), Of(body.Petitioner.IdNumber!), Of(receptionId),
                Of(body.Channel), Of(registration.Caller), Of(occurredAt.UtcDateTime), Of(now.UtcDateTime), Of(body.Headcount ?? 1),
                Of(body.Level ?? "local"), Of(body.Claim), Of(body.Opinion ?? ""), Of(Guid.CreateVersion7(now)),
                Text(registration.Key), Of(registration.BodyHash)));
            batch.BatchCommands.Add(Statement(Count, Of(body.Court), Of(day), Of(counter.ChannelOf(body.Channel)), Of(receptionId)));

            var reader = await batch.ExecuteReaderAsync().ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                await reader.ReadAsync().ConfigureAwait(false);
                var number = reader.GetInt32(3);
                var owner = reader.GetString(2);
                var answer = new ReceptionAnswer(
                    receptionId.ToString(), reader.GetGuid(0).ToString(), reader.GetString(1), number == 1, number, city.Owner(owner),
                    reader.IsDBNull(4) ? null : new SummonsView(reader.GetGuid(4).ToString(), owner, "sent"), []);

                // The commit is confirmed behind the last result: only then may the answer leave.
                while (await reader.NextResultAsync().ConfigureAwait(false))
                {
                }

                return answer;
            }
        }
    }

    private async Task<ReceptionAnswer?> RepeatAsync(NpgsqlConnection connection, Registration registration)
    {
        var command = new NpgsqlCommand(Replay, connection) { Parameters = { Of(registration.Caller), Of(registration.Key!) } };
        await using (command.ConfigureAwait(false))
        {
            var reader = await command.ExecuteReaderAsync().ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                await reader.ReadAsync().ConfigureAwait(false);
                if (!reader.GetFieldValue<byte[]>(0).AsSpan().SequenceEqual(registration.BodyHash))
                    return null;
                var owner = reader.GetString(5);
                return new ReceptionAnswer(
                    reader.GetGuid(1).ToString(), reader.GetGuid(2).ToString(), reader.GetString(3), reader.GetInt32(4) == 1,
                    reader.GetInt32(4), city.Owner(owner),
                    reader.IsDBNull(6) ? null : new SummonsView(reader.GetGuid(6).ToString(), owner, "sent"), []);
            }
        }
    }

    public async Task<LookupAnswer> LookUpAsync(string caller, LookupBody person)
    {
        await record.NoteAsync(caller).ConfigureAwait(false);
        var command = reads.Source.CreateCommand(LookUp);
        await using (command.ConfigureAwait(false))
        {
            command.Parameters.Add(Of(person.IdType));
            command.Parameters.Add(Of(person.IdNumber));
            var reader = await command.ExecuteReaderAsync().ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                var cases = new List<CaseView>(1);
                while (await reader.ReadAsync().ConfigureAwait(false))
                    cases.Add(new CaseView(
                        reader.GetGuid(0).ToString(), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetInt32(4),
                        city.Owner(reader.GetString(5)), reader.GetFieldValue<DateOnly>(6), reader.GetFieldValue<DateOnly>(7)));
                return new LookupAnswer(cases);
            }
        }
    }

    private static NpgsqlBatchCommand Statement(string text, params ReadOnlySpan<NpgsqlParameter> parameters)
    {
        var command = new NpgsqlBatchCommand(text);
        foreach (var parameter in parameters)
            command.Parameters.Add(parameter);
        return command;
    }

    /// <summary>Typed parameters are written without boxing.</summary>
    private static NpgsqlParameter<T> Of<T>(T value) => new() { TypedValue = value };

    private static NpgsqlParameter Text(string? value) => new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };
}
