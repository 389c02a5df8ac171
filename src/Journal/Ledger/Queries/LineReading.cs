using System.Data.Common;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Leaders;

namespace PetitionMesh.Journal.Ledger;

/// <summary>Turns rows of the read statements into what the ledger answers. Columns are in the order of the statements.</summary>
internal static class LineReading
{
    /// <summary>Ordinal of the column that orders a list of cases.</summary>
    public const int Place = 15;

    public static CaseLine Case(DbDataReader row) => new(
        new CaseId(row.GetFieldValue<Guid>(0)),
        Text(row, 1) is { } number ? CaseNumber.OfStored(number) : null,
        new CourtId(row.GetString(2)),
        Word<CaseStatus>.Parse(row.GetString(3)),
        Text(row, 4) is { } owner
            ? new OwnerOfCase(new LeaderId(owner), new CourtId(row.GetString(5)), Word<OwnerOrigin>.Parse(row.GetString(6)))
            : null,
        row.GetInt32(7),
        row.DayAt(8),
        Day(row, 9),
        Day(row, 10),
        Text(row, 11) is { } ground ? Word<EndingGround>.Parse(ground) : null,
        Text(row, 12) is { } unit ? new CourtId(unit) : null,
        row.GetBoolean(13),
        row.GetInt64(14),
        Day(row, 16) is { } due && due != CaseFileRow.OwnClock ? due : null,
        Instant(row, 17));

    public static CountRow Count(DbDataReader row) => new(
        Text(row, 2) is { } court ? new CourtId(court) : null,
        Text(row, 3) is { } channel ? Word<Channel>.Parse(channel) : null,
        Day(row, 4),
        row.GetInt64(5),
        row.GetInt64(6),
        row.GetInt64(7),
        row.GetInt64(8),
        row.GetInt64(9),
        row.GetInt64(10),
        row.GetInt64(11),
        row.GetInt64(12),
        row.GetInt64(13),
        row.GetInt64(14),
        row.GetInt64(15),
        row.GetInt64(16),
        row.GetInt64(17),
        row.GetInt64(18));

    public static ResolutionCount Resolution(DbDataReader row) => new(
        new CourtId(row.GetString(0)), Word<EndingGround>.Parse(row.GetString(1)), row.GetInt64(2), row.GetInt64(3));

    public static NoticeLine Notice(DbDataReader row) => new(
        new CaseId(row.GetFieldValue<Guid>(0)),
        new ReceptionId(row.GetFieldValue<Guid>(1)),
        Word<Channel>.Parse(row.GetString(2)),
        row.GetInt64(3));

    public static ImportedLine ImportRow(DbDataReader row) => new(
        row.GetString(0),
        row.GetInt32(1),
        new CourtId(row.GetString(2)),
        Text(row, 3),
        Text(row, 4),
        Text(row, 5),
        Text(row, 6),
        Day(row, 7),
        Day(row, 8));

    public static string? Text(DbDataReader row, int ordinal) => row.IsDBNull(ordinal) ? null : row.GetString(ordinal);

    public static DateTimeOffset? Instant(DbDataReader row, int ordinal) =>
        row.IsDBNull(ordinal) ? null : row.InstantAt(ordinal);

    public static DateOnly? Day(DbDataReader row, int ordinal) => row.IsDBNull(ordinal) ? null : row.DayAt(ordinal);
}
