using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Grains;

/// <summary>How an act ended whose answer the grain writes itself, so that a repeat is answered byte for byte as the first time.</summary>
/// <param name="Answer">Status and JSON to answer with; null unless it succeeded, now or before.</param>
/// <param name="Refusal">Null on success.</param>
/// <param name="Contended">Another activation was faster; ask again with the same command.</param>
/// <param name="KeyReused">The key was used for another body.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.act-reply")]
public sealed record ActReply(
    [property: Id(0)] CommandRecord? Answer,
    [property: Id(1)] Refusal? Refusal,
    [property: Id(2)] bool Contended,
    [property: Id(3)] bool KeyReused) : IActOutcome
{
    bool IActOutcome.Moved => false;

    /// <summary>A repeat's answer is <see cref="Answer"/> itself.</summary>
    CommandRecord? IActOutcome.First => null;

    /// <summary>Decided on an outdated state; nothing was written.</summary>
    internal static ActReply Beaten { get; } = new(null, null, true, false);

    internal static ActReply Done(CommandRecord answer) => new(answer, null, false, false);

    internal static ActReply Refused(Refusal refusal) => new(null, refusal, false, false);

    internal static ActReply Of(CommandRecord answer, AppendResult result) => result switch
    {
        AppendResult.Appended => Done(answer),
        AppendResult.Repeated repeated => Done(repeated.First),
        AppendResult.KeyReused => new(null, null, false, true),
        _ => Beaten,
    };
}
