using System.Collections.Immutable;
using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Journal.GroupCommit;

/// <summary>
/// A batch that was decided before the store was asked, on what its appends themselves expect and the head as this process left it.
/// It may be written only where all of that is true; then it is what deciding under the head lock would have given.
/// </summary>
/// <param name="Expected">Every stream that the batch was decided on, with the version it must stand at; 0 when it must have no event.</param>
public sealed record GuessedBatch(BatchWrites Writes, ImmutableArray<StreamVersion> Expected)
{
    /// <summary>What must be asked to know whether it may be written.</summary>
    public BatchQuestion Question => new(
        [.. Expected.Select(e => e.Stream)],
        [.. Writes.Commands.Select(c => CommandName.Of(c.Command))]);

    /// <summary>Whether the store is as the batch takes it to be: its head, its streams, and no command of it answered before.</summary>
    public bool Fits(BatchOpening opening) =>
        opening.Head == Writes.Before
        && opening.Commands.Count == 0
        && Expected.All(e => opening.Versions.GetValueOrDefault(e.Stream) == e.Version);
}

/// <summary>A stream and the version it stands at.</summary>
public readonly record struct StreamVersion(StreamId Stream, int Version);
