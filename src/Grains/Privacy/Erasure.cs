using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Grains.Privacy;

/// <summary>Deletes the data key of a person, or of a case that stands by itself: the supervisor's recorded act, with its reason.</summary>
[GenerateSerializer, Immutable, Alias("petition-mesh.erase-data")]
public sealed record EraseData(
    [property: Id(0)] CommandId Id,
    [property: Id(1)] Actor Actor,
    [property: Id(2)] DateTimeOffset Now,
    [property: Id(3)] string Reason)
{
    /// <summary>The append that erases: the event that says so and the deletion of the keys are one.</summary>
    internal Append Append(Slice slice, ImmutableArray<string> subjects, ErasureAnswer answer) => new(
        [slice],
        Now,
        Actor.Subject,
        Actor.Court.Value,
        Id.Recorded
            ? new CommandRecord(
                Id.Caller,
                Id.Key,
                Id.BodyHash,
                200,
                ImmutableCollectionsMarshal.AsImmutableArray(JsonSerializer.SerializeToUtf8Bytes(answer, AnswersJson.Default.ErasureAnswer)))
            : null,
        Keys: [])
    {
        Erased = subjects,
    };
}

/// <summary>What an erasure answers. <paramref name="Cases"/>: whose personal content is unreadable from now on.</summary>
[GenerateSerializer, Immutable, Alias("petition-mesh.erasure-answer")]
public sealed record ErasureAnswer([property: Id(0)] ImmutableArray<CaseId> Cases);

/// <summary>How an erasure ended; all null and false: another activation was faster, ask again with the same command.</summary>
/// <param name="First">Set when the same command was answered before.</param>
/// <param name="KeyReused">The key was used for another body.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.erasure-outcome")]
public sealed record ErasureOutcome(
    [property: Id(0)] ErasureAnswer? Answer,
    [property: Id(1)] Refusal? Refusal,
    [property: Id(2)] CommandRecord? First,
    [property: Id(3)] bool KeyReused)
{
    internal static ErasureOutcome Beaten { get; } = new(null, null, null, false);

    internal static ErasureOutcome Refused(Refusal refusal) => new(null, refusal, null, false);

    internal static ErasureOutcome Of(ErasureAnswer answer, AppendResult result) => result switch
    {
        AppendResult.Appended => new(answer, null, null, false),
        AppendResult.Repeated repeated => new(null, null, repeated.First, false),
        AppendResult.KeyReused => new(null, null, null, true),
        _ => Beaten,
    };
}
