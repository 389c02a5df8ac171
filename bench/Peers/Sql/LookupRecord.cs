using System.Threading.Channels;
using Npgsql;
using NpgsqlTypes;

namespace PetitionMesh.Peers.Sql;

/// <summary>
/// Look-ups are recorded within a second, as the gateway's are: the request only leaves a note, and a background copy writes
/// all notes at once. Bounded: a full channel makes the look-up wait.
/// </summary>
internal sealed class LookupRecord(NpgsqlDataSource database, TimeProvider time) : BackgroundService
{
    private const int Capacity = 100_000;
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(500);
    private readonly Channel<(DateTime At, string Caller)> _notes =
        Channel.CreateBounded<(DateTime At, string Caller)>(new BoundedChannelOptions(Capacity) { SingleReader = true });

    public ValueTask NoteAsync(string caller) => _notes.Writer.WriteAsync((time.GetUtcNow().UtcDateTime, caller));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Between, time);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            if (_notes.Reader.TryPeek(out _))
                await WriteAsync(stoppingToken).ConfigureAwait(false);
        }
    }

    private async Task WriteAsync(CancellationToken cancel)
    {
        var connection = await database.OpenConnectionAsync(cancel).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            var copy = await connection.BeginBinaryImportAsync("COPY lookup (at, caller) FROM STDIN (FORMAT binary)", cancel).ConfigureAwait(false);
            await using (copy.ConfigureAwait(false))
            {
                while (_notes.Reader.TryRead(out var note))
                {
                    await copy.StartRowAsync(cancel).ConfigureAwait(false);
                    await copy.WriteAsync(note.At, NpgsqlDbType.TimestampTz, cancel).ConfigureAwait(false);
                    await copy.WriteAsync(note.Caller, NpgsqlDbType.Text, cancel).ConfigureAwait(false);
                }

                await copy.CompleteAsync(cancel).ConfigureAwait(false);
            }
        }
    }
}
