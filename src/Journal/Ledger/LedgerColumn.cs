using System.Data.Common;
using System.Globalization;
using Npgsql;
using NpgsqlTypes;
using SQLitePCL;

namespace PetitionMesh.Journal.Ledger;

/// <summary>One column of a ledger table: how a row's value goes into each store and comes back to be compared.</summary>
internal abstract class LedgerColumn<TRow>(string name)
{
    public string Name => name;

    /// <summary>The values of all rows as one array parameter for <c>unnest</c>.</summary>
    public abstract NpgsqlParameter ToArrayParameter(IReadOnlyCollection<TRow> rows);

    /// <summary>Whether the row says nothing here.</summary>
    public abstract bool IsNull(TRow row);

    /// <summary>The value as the next cell of a COPY.</summary>
    public abstract void Copy(CopyStream into, TRow row);

    /// <summary>Binds the value as SQLite keeps it: text, integer or null.</summary>
    /// <param name="ordinal">From 1.</param>
    /// <returns>SQLite's result code.</returns>
    public abstract int Bind(sqlite3_stmt statement, int ordinal, TRow row);

    /// <summary>One text for one value whatever the store: what a recount compares and prints.</summary>
    public abstract string Print(TRow row);

    /// <summary>The same text for a stored value.</summary>
    public abstract string Print(DbDataReader reader, int ordinal);
}

/// <summary>Makes columns. Their values are what a row says; null is SQL's null.</summary>
internal static class Column
{
    private const string InstantFormat = "yyyy-MM-ddTHH:mm:ss.ffffffZ";
    private const string DayFormat = "yyyy-MM-dd";

    public static LedgerColumn<TRow> Id<TRow>(string name, Func<TRow, Guid?> value) =>
        new ValueColumn<TRow, Guid>(name, value, NpgsqlDbType.Uuid, static (into, v) => into.Cell(v), null, static v => v.ToString("D"));

    public static LedgerColumn<TRow> Int<TRow>(string name, Func<TRow, int?> value) =>
        new ValueColumn<TRow, int>(name, value, NpgsqlDbType.Integer, static (into, v) => into.Cell(v), static v => v, static v => v.ToString(CultureInfo.InvariantCulture));

    public static LedgerColumn<TRow> Long<TRow>(string name, Func<TRow, long?> value) =>
        new ValueColumn<TRow, long>(name, value, NpgsqlDbType.Bigint, static (into, v) => into.Cell(v), static v => v, static v => v.ToString(CultureInfo.InvariantCulture));

    public static LedgerColumn<TRow> Flag<TRow>(string name, Func<TRow, bool?> value) =>
        new ValueColumn<TRow, bool>(name, value, NpgsqlDbType.Boolean, static (into, v) => into.Cell(v), static v => v ? 1L : 0L, static v => v ? "true" : "false");

    public static LedgerColumn<TRow> Day<TRow>(string name, Func<TRow, DateOnly?> value) =>
        new ValueColumn<TRow, DateOnly>(name, value, NpgsqlDbType.Date, static (into, v) => into.Cell(v), null, static v => Print(v));

    public static LedgerColumn<TRow> Instant<TRow>(string name, Func<TRow, DateTimeOffset?> value) =>
        new ValueColumn<TRow, DateTimeOffset>(name, value, NpgsqlDbType.TimestampTz, static (into, v) => into.Cell(v), null, static v => Print(v));

    public static LedgerColumn<TRow> Text<TRow>(string name, Func<TRow, string?> value) => new TextColumn<TRow>(name, value);

    public static string Print(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);

    public static string Print(DateTimeOffset instant) => instant.UtcDateTime.ToString(InstantFormat, CultureInfo.InvariantCulture);

    private sealed class ValueColumn<TRow, TValue>(
        string name, Func<TRow, TValue?> value, NpgsqlDbType type, Action<CopyStream, TValue> copy, Func<TValue, long>? toInteger, Func<TValue, string> print)
        : LedgerColumn<TRow>(name)
        where TValue : struct
    {
        public override NpgsqlParameter ToArrayParameter(IReadOnlyCollection<TRow> rows)
        {
            var values = new TValue?[rows.Count];
            var index = 0;
            foreach (var row in rows)
                values[index++] = value(row);
            return new NpgsqlParameter<TValue?[]> { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | type };
        }

        public override bool IsNull(TRow row) => value(row) is null;

        public override void Copy(CopyStream into, TRow row)
        {
            if (value(row) is { } some)
                copy(into, some);
            else
                into.Null();
        }

        public override int Bind(sqlite3_stmt statement, int ordinal, TRow row)
        {
            if (value(row) is not { } some)
                return raw.sqlite3_bind_null(statement, ordinal);
            return toInteger is null
                ? raw.sqlite3_bind_text16(statement, ordinal, print(some))
                : raw.sqlite3_bind_int64(statement, ordinal, toInteger(some));
        }

        public override string Print(TRow row) => value(row) is { } some ? print(some) : "null";

        public override string Print(DbDataReader reader, int ordinal) =>
            reader.IsDBNull(ordinal) ? "null" : print(reader.GetFieldValue<TValue>(ordinal));
    }

    private sealed class TextColumn<TRow>(string name, Func<TRow, string?> value) : LedgerColumn<TRow>(name)
    {
        public override NpgsqlParameter ToArrayParameter(IReadOnlyCollection<TRow> rows)
        {
            var values = new string?[rows.Count];
            var index = 0;
            foreach (var row in rows)
                values[index++] = value(row);
            return new NpgsqlParameter<string?[]> { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text };
        }

        public override bool IsNull(TRow row) => value(row) is null;

        public override void Copy(CopyStream into, TRow row)
        {
            if (value(row) is { } some)
                into.Cell(some);
            else
                into.Null();
        }

        public override int Bind(sqlite3_stmt statement, int ordinal, TRow row) => value(row) is { } some
            ? raw.sqlite3_bind_text16(statement, ordinal, some)
            : raw.sqlite3_bind_null(statement, ordinal);

        public override string Print(TRow row) => value(row) ?? "null";

        public override string Print(DbDataReader reader, int ordinal) => reader.IsDBNull(ordinal) ? "null" : reader.GetString(ordinal);
    }
}
