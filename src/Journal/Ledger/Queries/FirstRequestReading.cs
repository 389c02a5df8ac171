using System.Data.Common;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.FirstRequests;

namespace PetitionMesh.Journal.Ledger;

/// <summary>Turns rows of first requests into lines. Columns are in the order of the statements.</summary>
internal static class FirstRequestReading
{
    public static FirstRequestLine Line(DbDataReader r) => new(
        new FirstRequestId(r.GetFieldValue<Guid>(0)),
        Word<RequestStatus>.Parse(r.GetString(1)),
        r.GetInt64(2),
        new CourtId(r.GetString(3)),
        Word<Channel>.Parse(r.GetString(4)),
        Kind(r.GetString(5)),
        Handling(r.GetString(6)),
        r.DayAt(7),
        Said(r.GetString(8)),
        Said(r.GetString(9)),
        r.IsDBNull(10) ? null : r.DayAt(10),
        r.IsDBNull(11) ? null : r.DayAt(11),
        LineReading.Text(r, 12),
        r.IsDBNull(13) ? null : new CaseId(r.GetFieldValue<Guid>(13)),
        !r.IsDBNull(14) && r.GetBoolean(14));

    public static FirstRequestLine Line(FirstRequestRow r) => new(
        new FirstRequestId(r.Request),
        Word<RequestStatus>.Parse(r.Status!),
        r.Position!.Value,
        new CourtId(r.Court!),
        Word<Channel>.Parse(r.Channel!),
        Kind(r.Kind!),
        Handling(r.Handling!),
        r.Day!.Value,
        Said(r.Responsible!),
        Said(r.Register!),
        r.DueOn,
        r.DoneOn,
        r.PassedTo,
        r.Case is { } id ? new CaseId(id) : null,
        r.Filed == true);

    public static FirstRequestCount Count(DbDataReader r) => new(
        new CourtId(r.GetString(0)),
        Word<Channel>.Parse(r.GetString(1)),
        Handling(r.GetString(2)),
        r.GetInt64(3),
        r.GetInt64(4),
        r.GetInt64(5),
        r.GetInt64(6),
        r.GetInt64(7));

    public static RequestHandling? Handling(string word) => word.Length == 0 ? null : Word<RequestHandling>.Parse(word);

    private static RequestKind? Kind(string word) => word.Length == 0 ? null : Word<RequestKind>.Parse(word);

    private static string? Said(string text) => text.Length == 0 ? null : text;
}
