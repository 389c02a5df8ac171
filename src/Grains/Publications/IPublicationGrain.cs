using System.Collections.Immutable;

namespace PetitionMesh.Grains.Publications;

/// <summary>One periodic product. Key: <see cref="PublicationId"/>. Calls no other grain.</summary>
[Alias("petition-mesh.i-publication")]
public interface IPublicationGrain : IGrainWithStringKey
{
    /// <summary>Freezes it, or publishes what has changed since as a correction. The same content twice changes nothing. Answered with a <see cref="PublicationView"/>;
    /// beaten also where another one published in between: read again and compare anew.</summary>
    [Alias("publish")]
    Task<ActReply> PublishAsync(Publish command);

    /// <summary>Null while nothing is published.</summary>
    [ReadOnly, Alias("view")]
    Task<PublicationView?> ViewAsync();
}

/// <param name="Lines">What differs from the content in force; empty the first time. Compared by who knows the form of the content.</param>
/// <param name="Id">The request that asks for it.</param>
/// <param name="Seen">Hash of the content in force that <paramref name="Lines"/> were compared with; null the first time.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.publish")]
public sealed record Publish(
    [property: Id(0)] Actor Actor,
    [property: Id(1)] DateTimeOffset Now,
    [property: Id(2)] string Content,
    [property: Id(3)] string Hash,
    [property: Id(4)] long Position,
    [property: Id(5)] ImmutableArray<CorrectedFigure> Lines,
    [property: Id(6)] string? Reason,
    [property: Id(7)] string? Seen,
    [property: Id(8)] CommandId Id);

/// <param name="Original">As first published.</param>
/// <param name="InForce">As corrected last; the same as <paramref name="Original"/> without corrections.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.publication-view")]
public sealed record PublicationView(
    [property: Id(0)] PublicationId Publication,
    [property: Id(1)] FrozenContent Original,
    [property: Id(2)] FrozenContent InForce,
    [property: Id(3)] ImmutableArray<PublishedCorrection> Corrections);

[GenerateSerializer, Immutable, Alias("petition-mesh.frozen-content")]
public sealed record FrozenContent(
    [property: Id(0)] string Content,
    [property: Id(1)] string Hash,
    [property: Id(2)] long Position,
    [property: Id(3)] string By,
    [property: Id(4)] DateTimeOffset At);

[GenerateSerializer, Immutable, Alias("petition-mesh.published-correction")]
public sealed record PublishedCorrection(
    [property: Id(0)] int Number,
    [property: Id(1)] ImmutableArray<CorrectedFigure> Lines,
    [property: Id(2)] string Reason,
    [property: Id(3)] string By,
    [property: Id(4)] DateTimeOffset At);
