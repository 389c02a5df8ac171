using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Journal.GroupCommit;

/// <summary>The answer to a <see cref="BatchQuestion"/>, true as long as the head lock is held.</summary>
/// <param name="Versions">Of the streams that have events; a stream that is absent is at 0.</param>
/// <param name="Commands">Those that were answered before.</param>
public sealed record BatchOpening(
    JournalHead Head,
    IReadOnlyDictionary<StreamId, int> Versions,
    IReadOnlyDictionary<CommandName, CommandRecord> Commands);
