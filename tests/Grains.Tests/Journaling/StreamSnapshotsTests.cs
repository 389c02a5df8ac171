using System.Collections.Immutable;
using System.Security.Cryptography;
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
        Assert.Equal(new CourtId("dg"), _snapshots.Read(s_stream, _kept!, EventAt(200))!.Court);
    }

    [Fact]
    public async Task A_state_that_was_changed_is_not_believed()
    {
        await KeepAsync();
        Assert.Null(_snapshots.Read(s_stream, _kept! with { State = _kept.State.SetItem(_kept.State.Length - 2, (byte)'9') }, EventAt(200)));
    }

    [Fact]
    public async Task Nor_one_of_another_stream_version_or_last_event()
    {
        await KeepAsync();
        Assert.Null(_snapshots.Read(new StreamId("case/b"), _kept!, EventAt(200)));
        Assert.Null(_snapshots.Read(s_stream, _kept! with { Version = 201 }, EventAt(201)));
        Assert.Null(_snapshots.Read(s_stream, _kept!, EventAt(201)));
        Assert.Null(_snapshots.Read(s_stream, _kept!, EventAt(200, "another event, after a restore")));
    }

    [Fact]
    public async Task Nor_one_that_was_sealed_with_another_citys_key()
    {
        await KeepAsync();
        Assert.Null(Over(NewKeyring()).Read(s_stream, _kept!, EventAt(200)));
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

    private Task KeepAsync() => _snapshots.KeepAsync(s_stream, 200, EventAt(200).Payload, CaseState.Unopened with { Court = new CourtId("dg"), Exists = true });

    private StreamSnapshots<CaseState> Over(Keyring keyring) => new(this, keyring, SnapshotTerms.Ordinary, CaseStateJson.Default.CaseState);

    private static Keyring NewKeyring() => new(KeyFile.Create(development: true), RandomNumberGenerator.Fill);

    private static RecordedEvent EventAt(int version, string text = "event") =>
        new(version, s_stream, version, "case.opened.v1", default, "", "", [.. System.Text.Encoding.UTF8.GetBytes(text)]);
}
