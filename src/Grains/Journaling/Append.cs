using System.Collections.Immutable;

namespace PetitionMesh.Grains.Journaling;

/// <summary>One event as it is stored: its explicit, versioned kind and its JSON bytes (UTF-8, personal data sealed).</summary>
[GenerateSerializer, Immutable, Alias("petition-mesh.stored-event")]
public sealed record StoredEvent([property: Id(0)] string Kind, [property: Id(1)] ImmutableArray<byte> Payload)
{
    [NonSerialized]
    private readonly object? _event;

    /// <summary>
    /// The event that was encoded, for whoever in this process would decode it again; null once it came over a wire or from a
    /// store. The bytes alone are the record: a recount decodes them and names any difference.
    /// </summary>
    public object? Event { get => _event; init => _event = value; }
}

/// <summary>The events of one stream inside an append. <paramref name="ExpectedVersion"/> is the version of the stream before them; 0 is "no event yet".</summary>
[GenerateSerializer, Immutable, Alias("petition-mesh.slice")]
public sealed record Slice(
    [property: Id(0)] StreamId Stream,
    [property: Id(1)] int ExpectedVersion,
    [property: Id(2)] ImmutableArray<StoredEvent> Events);

/// <summary>A petitioner's data key, wrapped by the city key. Deleting its row makes everything sealed with it unreadable for good.</summary>
[GenerateSerializer, Immutable, Alias("petition-mesh.wrapped-key")]
public sealed record WrappedKey(
    [property: Id(0)] DataKeyId Id,
    [property: Id(1)] string Subject,
    [property: Id(2)] string CityKey,
    [property: Id(3)] ImmutableArray<byte> Bytes);

/// <summary>What the command table keeps of a success: <paramref name="BodyHash"/> tells a repeat from a reuse, <paramref name="Answer"/> holds no readable personal data.</summary>
[GenerateSerializer, Immutable, Alias("petition-mesh.command-record")]
public sealed record CommandRecord(
    [property: Id(0)] string Caller,
    [property: Id(1)] string Key,
    [property: Id(2)] ImmutableArray<byte> BodyHash,
    [property: Id(3)] int Status,
    [property: Id(4)] ImmutableArray<byte> Answer);

/// <summary>
/// All that is written or refused as one: events of one or several streams, the data keys they need and the record of the
/// command they answer. Actor and court stand on every event (W7: everything leaves a trace).
/// </summary>
/// <param name="Slices">At most one per stream; may be empty only when a command without effect is recorded.</param>
/// <param name="At">Instant of the decision, UTC.</param>
/// <param name="Actor">Who did it: the subject of the token, or a name of the system's own such as <c>import</c>.</param>
/// <param name="Court">The actor's court.</param>
/// <param name="Command">Null when the request carried no idempotency key.</param>
/// <param name="Keys">New data keys, written in the same transaction as the first event sealed with them.</param>
public sealed record Append(
    ImmutableArray<Slice> Slices,
    DateTimeOffset At,
    string Actor,
    string Court,
    CommandRecord? Command,
    ImmutableArray<WrappedKey> Keys)
{
    /// <summary>Subjects of data keys that are deleted with it (<see cref="WrappedKey.Subject"/>).</summary>
    public ImmutableArray<string> Erased { get; init; } = [];
}

/// <summary>How an append ended. Failures of infrastructure are exceptions, see <see cref="IJournal.AppendAsync"/>.</summary>
public abstract record AppendResult
{
    /// <summary>Durable and visible in the ledger; events stand at the positions up to <paramref name="LastPosition"/>.</summary>
    public sealed record Appended(long LastPosition) : AppendResult;

    /// <summary>Another append came first on <paramref name="Stream"/>. Nothing was written.</summary>
    public sealed record Conflict(StreamId Stream, int ActualVersion) : AppendResult;

    /// <summary>The same caller, key and body were answered before. Nothing was written; answer what was answered then.</summary>
    public sealed record Repeated(CommandRecord First) : AppendResult;

    /// <summary>The same caller used this key for another body. Nothing was written.</summary>
    public sealed record KeyReused : AppendResult;

    private AppendResult()
    {
    }
}
