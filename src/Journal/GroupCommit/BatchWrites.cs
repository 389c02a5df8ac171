using System.Collections.Immutable;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Journal.Access;
using PetitionMesh.Journal.Ledger;
using PetitionMesh.Journal.Snapshots;

namespace PetitionMesh.Journal.GroupCommit;

/// <summary>Everything one transaction writes.</summary>
/// <param name="Id">Settles a lost answer: it is in the journal exactly when the batch is.</param>
/// <param name="Before">The head that the batch was numbered from.</param>
/// <param name="Head">The head after it; equal to <paramref name="Before"/> when no event is written.</param>
/// <param name="At">When the batch was decided, UTC, whole microseconds.</param>
/// <param name="Forget">Null unless old commands are to be forgotten with it.</param>
public sealed record BatchWrites(
    Guid Id,
    JournalHead Before,
    JournalHead Head,
    DateTimeOffset At,
    ImmutableArray<RecordedEvent> Events,
    ImmutableArray<CommandWrite> Commands,
    ImmutableArray<WrappedKey> Keys,
    ImmutableArray<AccessRow> Accesses,
    ForgetCommands? Forget)
{
    /// <summary>What the events change in the ledger; written in the same transaction, so that nobody reads one without the other.</summary>
    internal LedgerChanges Ledger { get; init; } = new();

    /// <summary>Subjects whose data keys are deleted, each with the event that says so.</summary>
    public ImmutableArray<string> Erased { get; init; } = [];

    /// <summary>At most one per stream; each takes the place of an earlier one.</summary>
    public ImmutableArray<SnapshotRow> Snapshots { get; init; } = [];

    public bool IsEmpty => Snapshots.IsEmpty && Events.IsEmpty && Commands.IsEmpty && Keys.IsEmpty && Accesses.IsEmpty && Forget is null;
}

/// <summary>A row of the command table.</summary>
public sealed record CommandWrite(CommandRecord Command, DateTimeOffset At);

/// <summary>Forget at most <paramref name="Limit"/> commands answered before <paramref name="Before"/>.</summary>
public sealed record ForgetCommands(DateTimeOffset Before, int Limit);
