namespace PetitionMesh.Grains.Journaling;

/// <summary>The journal could not do what was asked. The kinds tell the caller what is known about the write.</summary>
[GenerateSerializer, Alias("petition-mesh.journal-exception")]
public abstract class JournalException : Exception
{
    protected JournalException(string message)
        : base(message)
    {
    }

    protected JournalException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}

/// <summary>The bounded queue is full: nothing was written, try again in a moment (503 with Retry-After).</summary>
[GenerateSerializer, Alias("petition-mesh.journal-busy")]
public sealed class JournalBusyException(string message) : JournalException(message);

/// <summary>The store does not answer and certainly nothing was written (503 with Retry-After).</summary>
[GenerateSerializer, Alias("petition-mesh.journal-unavailable")]
public sealed class JournalUnavailableException(string message, Exception? innerException = null)
    : JournalException(message, innerException);

/// <summary>The answer of the store was lost and could not be settled in time: written or not, nobody knows yet (503, outcome unknown).</summary>
[GenerateSerializer, Alias("petition-mesh.outcome-unknown")]
public sealed class OutcomeUnknownException(string message, Exception? innerException = null)
    : JournalException(message, innerException);

/// <summary>The store refuses this very append, alone among its neighbours: a bug to mend, not a state to wait out.</summary>
[GenerateSerializer, Alias("petition-mesh.append-refused")]
public sealed class AppendRefusedException(string message, Exception? innerException = null)
    : JournalException(message, innerException);
