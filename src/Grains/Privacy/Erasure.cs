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
    internal CommandRecord Answer(ErasureAnswer answer) => new(
        Id.Caller,
        Id.Key,
        Id.BodyHash,
        200,
        ImmutableCollectionsMarshal.AsImmutableArray(JsonSerializer.SerializeToUtf8Bytes(answer, AnswersJson.Readable.ErasureAnswer)));

    /// <summary>The append that erases: the event that says so, the deletion of the keys and the end of the era in which they were there are one.</summary>
    /// <param name="era">How many erasures there have been before.</param>
    internal Append Append(Slice slice, int era, ImmutableArray<string> subjects, CommandRecord answer) =>
        new([slice, new Slice(StreamId.Erasures, era, [Codecs.Erasure.Encode(new ErasureEvent.KeysErased(subjects.Length))])], Now, Actor.Subject, Actor.Court.Value, Id.Recorded ? answer : null, Keys: []) { Erased = subjects };
}

/// <summary>What an erasure answers: the cases whose personal content is unreadable from now on. That they exist, and who owns them, stays.</summary>
public sealed record ErasureAnswer(ImmutableArray<CaseId> Cases);
