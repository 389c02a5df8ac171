namespace PetitionMesh.Journal;

/// <summary>Where the journal is kept.</summary>
public enum JournalProvider
{
    /// <summary>Files of this process; needs nothing installed.</summary>
    Sqlite,

    /// <summary>A PostgreSQL database.</summary>
    Postgres,

    /// <summary>Nothing survives the process; for tests and demonstrations.</summary>
    Memory,
}
