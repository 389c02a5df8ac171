using System.Data;

namespace PetitionMesh.Journal.Ledger;

/// <summary>One value of a read statement, with its type so that a null is typed too. Values never become SQL text.</summary>
internal readonly record struct Parameter(object? Value, DbType Type)
{
    public static Parameter Text(string? value) => new(value, DbType.String);

    public static Parameter Long(long value) => new(value, DbType.Int64);

    public static Parameter Int(int value) => new(value, DbType.Int32);

    public static Parameter Flag(bool value) => new(value, DbType.Boolean);

    public static Parameter Day(DateOnly value) => new(value, DbType.Date);

    public static Parameter Instant(DateTimeOffset value) => new(value, DbType.DateTimeOffset);

    public static Parameter Id(Guid? value) => new(value, DbType.Guid);
}
