using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Orleans.Runtime;
using PetitionMesh.Embedded.Figures;
using PetitionMesh.Embedded.Hosting;

namespace PetitionMesh.Embedded.Reminders;

/// <summary>
/// Rings the reminders of the table: the first time when due, then every period counted from there, skipping what fell into
/// a time when nobody ran. A ring is an ordinary call and activates its grain.
/// </summary>
internal sealed class ReminderClock(EmbeddedHost host) : IDisposable
{
    private static readonly TimeSpan s_shortestPeriod = TimeSpan.FromMinutes(1);

    // Asked for late: a table may itself be built from the host.
    private readonly Lazy<IReminderTable> _table = new(() => host.ServiceProvider.GetRequiredService<IReminderTable>());
    private readonly Lock _gate = new();
    private readonly Dictionary<(GrainId Grain, string Name), Bell> _bells = [];
    private bool _isDisposed;

    public async Task StartAsync(CancellationToken cancellation)
    {
        await _table.Value.StartAsync(cancellation);
        var rows = await _table.Value.ReadRows(0, 0);
        foreach (var row in rows.Reminders) Hang(row);
    }

    /// <exception cref="ArgumentOutOfRangeException">The period is shorter than a minute, or the due time negative.</exception>
    public async Task<IGrainReminder> RegisterAsync(GrainId grain, string name, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dueTime, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(period, s_shortestPeriod);
        var row = new ReminderEntry
        {
            GrainId = grain,
            ReminderName = name,
            StartAt = host.Time.GetUtcNow().UtcDateTime + dueTime,
            Period = period,
        };
        row.ETag = await _table.Value.UpsertRow(row);
        Hang(row);
        return Reminder.Of(row);
    }

    public async Task<IGrainReminder?> FindAsync(GrainId grain, string name) =>
        await _table.Value.ReadRow(grain, name) is { } row ? Reminder.Of(row) : null;

    /// <exception cref="ReminderException">Somebody changed or removed it in between.</exception>
    public async Task UnregisterAsync(GrainId grain, IGrainReminder reminder)
    {
        if (reminder is not Reminder { ETag: { } tag } || !await _table.Value.RemoveRow(grain, reminder.ReminderName, tag))
            throw new ReminderException($"Reminder {reminder.ReminderName} of {grain} was changed in the meantime.");
        lock (_gate)
        {
            if (_bells.Remove((grain, reminder.ReminderName), out var bell)) bell.Dispose();
        }
    }

    public ImmutableArray<ReminderFigures> Read()
    {
        lock (_gate)
        {
            return
            [
                .. _bells.GroupBy(b => (Grain: b.Key.Grain.Type.ToString()!, b.Key.Name))
                    .OrderBy(g => g.Key)
                    .Select(g => new ReminderFigures(g.Key.Grain, g.Key.Name, g.Count(), g.Min(b => b.Value.Next))),
            ];
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            foreach (var bell in _bells.Values) bell.Dispose();
            _bells.Clear();
        }
    }

    private void Hang(ReminderEntry row)
    {
        lock (_gate)
        {
            if (_isDisposed) return;
            if (_bells.Remove((row.GrainId, row.ReminderName), out var former)) former.Dispose();
            _bells[(row.GrainId, row.ReminderName)] = new Bell(host, row);
        }
    }

    /// <summary>One reminder's timer.</summary>
    private sealed class Bell : IDisposable
    {
        // Timers reach 49 days; what is later is waited for in parts.
        private static readonly TimeSpan s_longestWait = TimeSpan.FromDays(40);

        private readonly EmbeddedHost _host;
        private readonly ReminderEntry _row;
        private readonly ITimer _timer;
        private DateTime _due;

        public Bell(EmbeddedHost host, ReminderEntry row)
        {
            _host = host;
            _row = row;
            _due = row.StartAt < Now ? NextAfter(Now) : row.StartAt;
            _timer = HostTimer.Create(host.Time, static bell => ((Bell)bell!).Due(), this);
            Arm();
        }

        private DateTime Now => _host.Time.GetUtcNow().UtcDateTime;

        public DateTimeOffset Next => new(DateTime.SpecifyKind(_due, DateTimeKind.Utc));

        public void Dispose() => _timer.Dispose();

        /// <summary>Sets the next time before it rings, so that a slow ring shifts nothing. Calls time out long before a period ends.</summary>
        private void Due()
        {
            var now = Now;
            var isDue = now >= _due;
            if (isDue) _due = NextAfter(now);
            Arm();
            // On the executor, so that what is awaited while ringing comes back there too.
            if (isDue) _host.Run(_ => _ = RingAsync(now), this);
        }

        private async Task RingAsync(DateTime now)
        {
            var grain = _row.GrainId.Type.ToString();
            try
            {
                if (_host.ClassNamed(grain) is not { } grainClass)
                    throw new OrleansException($"There is no grain class of the kind '{grain}' any more.");
                var self = (IRemindable)(object)grainClass.Reference(typeof(IRemindable), _row.GrainId.Key.ToString());
                await self.ReceiveReminder(_row.ReminderName, new TickStatus(_row.StartAt, _row.Period, now));
            }
#pragma warning disable CA1031 // A ring has no caller: it is logged, and the next one comes.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                HostLog.ReminderFailed(_host.Log, failure, _row.ReminderName, grain);
            }
        }

        private DateTime NextAfter(DateTime moment) =>
            _row.StartAt + _row.Period * (1 + Math.Floor((moment - _row.StartAt) / _row.Period));

        private void Arm()
        {
            var wait = _due - Now;
            if (wait > s_longestWait) wait = s_longestWait;
            _timer.Change(wait < TimeSpan.Zero ? TimeSpan.Zero : wait, Timeout.InfiniteTimeSpan);
        }
    }
}
