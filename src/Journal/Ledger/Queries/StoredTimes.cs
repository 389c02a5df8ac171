using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace PetitionMesh.Journal.Ledger;

/// <summary>
/// Days and instants of a row. SQLite keeps them as text in the one form that <see cref="Column"/> prints, and they are read in that form:
/// to recognise any form, as its driver does, takes ten times as long, and a desk has thousands of them.
/// </summary>
internal static class StoredTimes
{
    /// <summary>As in 2026-11-22T08:40:05.123456Z.</summary>
    private const int InstantLength = 27;

    public static DateOnly DayAt(this DbDataReader row, int ordinal)
    {
        if (row is not SqliteDataReader)
            return row.GetFieldValue<DateOnly>(ordinal);
        var text = row.GetString(ordinal).AsSpan();
        return new DateOnly(Number(text[..4]), Number(text[5..7]), Number(text[8..]));
    }

    public static DateTimeOffset InstantAt(this DbDataReader row, int ordinal)
    {
        if (row is not SqliteDataReader)
            return row.GetFieldValue<DateTimeOffset>(ordinal);
        var text = row.GetString(ordinal).AsSpan();
        if (text.Length != InstantLength)
            throw new FormatException($"'{text}' is no instant as the ledger keeps them.");
        var second = new DateTimeOffset(
            Number(text[..4]), Number(text[5..7]), Number(text[8..10]), Number(text[11..13]), Number(text[14..16]), Number(text[17..19]), TimeSpan.Zero);
        return second.AddTicks(Number(text[20..26]) * TimeSpan.TicksPerMicrosecond);
    }

    private static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
