using System.Collections.Immutable;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Logging.Abstractions;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Journaling.Snapshots;
using PetitionMesh.Grains.Privacy;

namespace PetitionMesh.Grains.Tests.Journaling;

/// <summary>A snapshot is believed only where it is certainly this build's, of this stream, at this event.</summary>
public sealed class StreamSnapshotsTests : ISnapshots
{
    private static readonly StreamId s_stream = new("case/a");
    private readonly Keyring _keyring = NewKeyring();
    private readonly StreamSnapshots<CaseState> _snapshots;
    private Snapshot? _kept;

    public StreamSnapshotsTests() => _snapshots = Over(_keyring);

    [Fact]
    public async Task What_was_kept_is_read()
    {
        await KeepAsync();
        Assert.Equal(new CourtId("dg"), Read(_kept!, EventAt(200))!.Court);
    }

    [Fact]
    public async Task What_has_happened_since_follows_on_it_and_where_it_cannot_the_events_are_replayed()
    {
        await KeepAsync();
        ImmutableArray<RecordedEvent> from = [EventAt(200), EventAt(201), EventAt(202)];
        Assert.Equal(new CourtId("dg202"), _snapshots.Read(_kept!, from, (state, next) => state with { Court = new CourtId($"{state.Court.Value[..2]}{next.Version}") })!.Court);
        Assert.Null(_snapshots.Read(_kept!, from, (_, _) => throw new InvalidOperationException("Cannot follow.")));
    }

    [Fact]
    public async Task A_state_that_was_changed_is_not_believed()
    {
        await KeepAsync();
        Assert.Null(Read(_kept! with { State = _kept.State.SetItem(_kept.State.Length - 2, (byte)'9') }, EventAt(200)));
    }

    [Fact]
    public async Task Nor_one_of_another_stream_version_or_last_event()
    {
        await KeepAsync();
        Assert.Null(Read(_kept!, EventAt(200) with { Stream = new StreamId("case/b") }));
        Assert.Null(Read(_kept! with { Version = 201 }, EventAt(201)));
        Assert.Null(Read(_kept!, EventAt(201)));
        Assert.Null(Read(_kept!, EventAt(200, "another event, after a restore")));
        Assert.Null(Read(_kept!, EventAt(200) with { At = DateTimeOffset.UnixEpoch.AddMicroseconds(1) }));
    }

    [Fact]
    public async Task Nor_one_that_was_sealed_with_another_citys_key()
    {
        await KeepAsync();
        Assert.Null(Over(NewKeyring()).Read(_kept!, [EventAt(200)], (state, _) => state));
    }

    [Fact]
    public async Task A_state_that_cannot_be_written_has_none_and_one_that_cannot_be_read_is_replayed()
    {
        var odd = new StreamSnapshots<Odd>(this, _keyring, SnapshotTerms.Ordinary, OddJson.Default.Odd, NullLogger.Instance);
        await odd.KeepAsync(s_stream, 200, StreamEnd.Of(EventAt(200)), new Odd { Writable = false });
        Assert.Null(_kept);
        await odd.KeepAsync(s_stream, 200, StreamEnd.Of(EventAt(200)), new Odd { Writable = true });
        Assert.Null(odd.Read(_kept!, [EventAt(200)], (state, _) => state));
    }

    /// <summary>JSON passes fields over in silence, and a tuple has nothing else.</summary>
    [Fact]
    public void Nothing_of_a_cases_state_is_kept_in_fields()
    {
        var seen = new HashSet<Type>();
        Walk(typeof(CaseState));
        Assert.Contains(typeof(Reminder), seen);

        void Walk(Type type)
        {
            foreach (var part in type.GetGenericArguments())
                Walk(part);
            if (type.Namespace?.StartsWith("PetitionMesh", StringComparison.Ordinal) != true && type.Name.StartsWith("ValueTuple", StringComparison.Ordinal))
                Assert.Fail($"{type} keeps what it holds in fields.");
            if (type.Namespace?.StartsWith("PetitionMesh", StringComparison.Ordinal) != true || type.IsEnum || !seen.Add(type))
                return;
            Assert.Empty(type.GetFields(BindingFlags.Public | BindingFlags.Instance));
            foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
                Walk(property.PropertyType);
        }
    }

    [Theory]
    [InlineData(127, 0, false)]
    [InlineData(128, 0, true)]
    [InlineData(191, 128, false)]
    [InlineData(192, 128, true)]
    public void One_is_due_once_a_stream_is_long_and_then_every_so_often(int version, int kept, bool due) =>
        Assert.Equal(due, _snapshots.IsDue(version, kept));

    Task<Snapshot?> ISnapshots.FindAsync(StreamId stream, CancellationToken cancellationToken) => Task.FromResult(_kept);

    Task ISnapshots.KeepAsync(StreamId stream, Snapshot snapshot)
    {
        _kept = snapshot;
        return Task.CompletedTask;
    }

    private Task KeepAsync() => _snapshots.KeepAsync(s_stream, 200, StreamEnd.Of(EventAt(200)), CaseState.Unopened with { Court = new CourtId("dg"), Exists = true });

    private CaseState? Read(Snapshot snapshot, RecordedEvent last) => _snapshots.Read(snapshot, [last], (state, _) => state);

    private StreamSnapshots<CaseState> Over(Keyring keyring) => new(this, keyring, SnapshotTerms.Ordinary, CaseStateJson.Default.CaseState, NullLogger.Instance);

    /// <summary>Throws when it is written, or when it is read.</summary>
    internal sealed class Odd
    {
        public bool Writable { get; init; }

        public string Text
        {
            get => Writable ? "text" : throw new InvalidOperationException("Not to be written.");
            init => throw new InvalidOperationException("Not to be read.");
        }
    }

    private static Keyring NewKeyring() => new(KeyFile.Create(development: true), RandomNumberGenerator.Fill);

    private static RecordedEvent EventAt(int version, string text = "event") =>
        new(version, s_stream, version, "case.opened.v1", DateTimeOffset.UnixEpoch, "", "", [.. System.Text.Encoding.UTF8.GetBytes(text)]);
}

[JsonSerializable(typeof(StreamSnapshotsTests.Odd))]
internal sealed partial class OddJson : JsonSerializerContext;
