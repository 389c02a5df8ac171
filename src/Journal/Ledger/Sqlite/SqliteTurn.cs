using Microsoft.Data.Sqlite;

namespace PetitionMesh.Journal.Ledger.Sqlite;

/// <summary>Runs something on the journal's one read-write connection.</summary>
internal delegate Task OnConnection(Action<SqliteConnection> action);

/// <summary>Gives the body the writer's turn: no batch begins before it ends.</summary>
internal delegate Task InTurn(Func<OnConnection, Task> body);
