namespace PetitionMesh.Journal.GroupCommit;

/// <summary>What a store knows about a failure. The kind alone decides what group commit does next.</summary>
public abstract class StoreException : Exception
{
    private protected StoreException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}

/// <summary>No connection or no lock; nothing was written. Worth trying again.</summary>
public sealed class StoreUnreachableException(string message, Exception? innerException = null) : StoreException(message, innerException);

/// <summary>The commit was sent and its answer lost. Must be settled before anything else is written.</summary>
public sealed class StoreInDoubtException(string message, Exception? innerException = null) : StoreException(message, innerException);

/// <summary>The disk is full; nothing was written. It mends itself when room is made.</summary>
public sealed class StoreFullException(string message, Exception? innerException = null) : StoreException(message, innerException);

/// <summary>The database rejects these very rows; nothing was written, and trying the same again would fail the same.</summary>
public sealed class StoreRefusedException(string message, Exception? innerException = null) : StoreException(message, innerException);

/// <summary>Another process serves this journal; starting a second writer would be a mistake of operation.</summary>
public sealed class JournalInUseException(string message, Exception? innerException = null) : Exception(message, innerException);
