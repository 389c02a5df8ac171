using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Privacy;

namespace PetitionMesh.Journal.Tests;

/// <summary>Supplies what a test does not care about.</summary>
internal static class Some
{
    public static readonly DateTimeOffset Instant = new(2026, 3, 2, 9, 30, 0, TimeSpan.FromHours(8));

    /// <summary>A stream without ledger rows, so that tests of the journal choose any bytes.</summary>
    public static StreamId Stream(string name = "a") => new($"test/{name}");

    public static StoredEvent Event(string text = "one") => new("test.happened.v1", [.. Encoding.UTF8.GetBytes($$"""{"text":"{{text}}"}""")]);

    public static Slice Slice(StreamId stream, int expectedVersion = 0, int events = 1) =>
        new(stream, expectedVersion, [.. Enumerable.Range(expectedVersion + 1, events).Select(i => Event($"{stream} {i}"))]);

    public static Append Append(params Slice[] slices) => new([.. slices], Instant, "clerk-1", "zy", null, []);

    public static Append Append(string stream, int expectedVersion = 0, int events = 1) => Append(Slice(Stream(stream), expectedVersion, events));

    public static CommandRecord Command(string key, string body = "body", string answer = "answer", string caller = "court-a") =>
        new(caller, key, [.. SHA256.HashData(Encoding.UTF8.GetBytes(body))], 201, [.. Encoding.UTF8.GetBytes(answer)]);

    public static WrappedKey Key(string id) => new(new DataKeyId(id), $"petitioner/{id}", "city-1", [1, 2, 3, 4]);
}
