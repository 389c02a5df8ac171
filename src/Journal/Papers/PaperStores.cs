namespace PetitionMesh.Journal.Papers;

/// <summary>Which store keeps papers beside which journal.</summary>
public static class PaperStores
{
    public static IPaperStore Open(JournalOptions options) => options.Provider switch
    {
        JournalProvider.Memory => new MemoryPapers(),
        JournalProvider.Sqlite => new FilePapers(options.DataDirectory),
        JournalProvider.Postgres => new PostgresPapers(options),
        _ => throw new ArgumentOutOfRangeException(nameof(options), options.Provider, "No such provider of a journal."),
    };
}
