using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Grains.Publications;

/// <summary>How a publication ended; exactly one of the parts says so.</summary>
/// <param name="Contended">Another one published in between: read again and compare anew.</param>
/// <param name="First">Set when the same command was answered before.</param>
/// <param name="KeyReused">The key was used for another body.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.publication-outcome")]
public sealed record PublicationOutcome(
    [property: Id(0)] PublicationView? Answer,
    [property: Id(1)] Refusal? Refusal,
    [property: Id(2)] bool Contended,
    [property: Id(3)] CommandRecord? First,
    [property: Id(4)] bool KeyReused) : IActOutcome
{
    private static readonly PublicationOutcome Nothing = new(null, null, false, null, false);

    bool IActOutcome.Moved => false;

    internal static PublicationOutcome Again { get; } = Nothing with { Contended = true };

    internal static PublicationOutcome Refused(Refusal refusal) => Nothing with { Refusal = refusal };

    internal static PublicationOutcome Done(PublicationView answer) => Nothing with { Answer = answer };

    internal static PublicationOutcome Of(PublicationView answer, AppendResult result) => result switch
    {
        AppendResult.Appended => Done(answer),
        AppendResult.Repeated repeated => Nothing with { First = repeated.First },
        AppendResult.KeyReused => Nothing with { KeyReused = true },
        _ => Again,
    };
}

/// <summary>JSON of the answers that the command table keeps.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(PublicationView))]
public sealed partial class PublicationAnswersJson : JsonSerializerContext
{
    internal static ImmutableArray<byte> Write(PublicationView answer) =>
        ImmutableCollectionsMarshal.AsImmutableArray(JsonSerializer.SerializeToUtf8Bytes(answer, Default.PublicationView));

    public static PublicationView Read(CommandRecord record) =>
        JsonSerializer.Deserialize(record.Answer.AsSpan(), Default.PublicationView)
        ?? throw new InvalidOperationException("A stored answer of a publication is empty.");
}
