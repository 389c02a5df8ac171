using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace PetitionMesh.Grains.Publications;

/// <summary>What was published and what was put right. Names and fields are on disk: add to them, never change them.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(Frozen), "publication.frozen.v1")]
[JsonDerivedType(typeof(PutRight), "publication.put-right.v1")]
public abstract record PublicationEvent
{
    /// <summary>A product is frozen as it stood at a position of the journal.</summary>
    /// <param name="Content">The whole product as JSON, without anything personal.</param>
    /// <param name="Hash">SHA-256 over the UTF-8 bytes of <paramref name="Content"/>, lower-case hex.</param>
    public sealed record Frozen(
        PublicationId Publication, string Content, string Hash, long Position, string By, DateTimeOffset At) : PublicationEvent;

    /// <summary>What was published stays; the lines say which figures changed since, and why.</summary>
    /// <param name="Number">1, 2, 3 … of this product.</param>
    /// <param name="Content">The product as it stands corrected.</param>
    public sealed record PutRight(
        PublicationId Publication,
        int Number,
        ImmutableArray<CorrectedFigure> Lines,
        string Reason,
        string Content,
        string Hash,
        long Position,
        string By,
        DateTimeOffset At) : PublicationEvent;

    private PublicationEvent()
    {
    }
}

/// <summary>One figure of a published product that is another now.</summary>
/// <param name="Row">The cells that name the row.</param>
/// <param name="Was">Null where the row was not there.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.corrected-figure")]
public sealed record CorrectedFigure(
    [property: Id(0)] string Table,
    [property: Id(1)] string Row,
    [property: Id(2)] string Column,
    [property: Id(3)] string? Was,
    [property: Id(4)] string? Is);
