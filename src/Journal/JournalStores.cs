using PetitionMesh.Journal.GroupCommit;
using PetitionMesh.Journal.Ledger;
using PetitionMesh.Journal.Ledger.Memory;
using PetitionMesh.Journal.Ledger.Postgres;
using PetitionMesh.Journal.Ledger.Sqlite;
using PetitionMesh.Journal.Memory;
using PetitionMesh.Journal.Postgres;
using PetitionMesh.Journal.Sqlite;

namespace PetitionMesh.Journal;

/// <summary>The one place that knows which store a provider's name means.</summary>
public static class JournalStores
{
    /// <summary>Opens nothing yet: reads work at once (for <c>verify</c> and <c>head</c> beside a server), writing begins with <see cref="IJournalStore.StartAsync"/>.</summary>
    public static IJournalStore Open(JournalOptions options) => options.Provider switch
    {
        JournalProvider.Memory => new MemoryStore(),
        JournalProvider.Sqlite => new SqliteStore(options.DataDirectory, options),
        JournalProvider.Postgres => new PostgresStore(options),
        _ => throw new ArgumentOutOfRangeException(nameof(options), options.Provider, "No such provider of a journal."),
    };

    /// <summary>The same for an operator's command, which must not make a journal where somebody mistyped a directory.</summary>
    /// <exception cref="InvalidDataException">The journal would end with this process.</exception>
    /// <exception cref="JournalOutOfReachException">There is none.</exception>
    public static IJournalStore OpenExisting(JournalOptions options)
    {
        if (options.Provider == JournalProvider.Memory)
            throw new InvalidDataException("Journal:Provider 为 Memory 的日志随进程结束而消失，没有可以检验或重建的内容。");
        var store = Open(options);
        return store is SqliteStore sqlite && !File.Exists(sqlite.File)
            ? throw new JournalOutOfReachException(options, new FileNotFoundException(null, sqlite.File))
            : store;
    }

    /// <summary>The ledger that a store keeps with its journal.</summary>
    public static ILedger LedgerOf(IJournalStore store) => store switch
    {
        MemoryStore memory => memory.Tables.Ledger,
        SqliteStore sqlite => new SqlLedger(new SqliteLedgerReader(sqlite.OpenReader)),
        PostgresStore postgres => new SqlLedger(new PostgresLedgerReader(postgres.Readers)),
        _ => throw new ArgumentException($"A {store.GetType().Name} keeps no ledger.", nameof(store)),
    };

    /// <summary>The same ledger for reports, whose figures are all of one moment.</summary>
    public static IFigureDesk FiguresOf(IJournalStore store) => store switch
    {
        MemoryStore memory => new MemoryFigureDesk(memory.Tables.Ledger),
        SqliteStore sqlite => new SqliteFigureDesk(sqlite.OpenReader),
        PostgresStore postgres => new PostgresFigureDesk(postgres.Readers),
        _ => throw new ArgumentException($"A {store.GetType().Name} keeps no ledger.", nameof(store)),
    };
}
