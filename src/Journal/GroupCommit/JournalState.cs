namespace PetitionMesh.Journal.GroupCommit;

/// <summary>What the writer is doing, for readiness and operators.</summary>
public enum JournalState
{
    /// <summary>Writes are accepted and committed.</summary>
    Serving,

    /// <summary>The store does not answer; it is tried again and again.</summary>
    Reconnecting,

    /// <summary>A commit lost its answer and is being settled; nothing else is written.</summary>
    Unsettled,

    /// <summary>The disk is full.</summary>
    Full,
}
