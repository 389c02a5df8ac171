using System.Globalization;
using System.Text;
using PetitionMesh.Gateway.Imports.Sheets;
using PetitionMesh.Grains;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Petitioners;
using PetitionMesh.Grains.Privacy;

namespace PetitionMesh.Gateway.Imports;

/// <summary>
/// Turns matters of a sheet into commands. A command's key is a keyed hash of what the rows say, so that the same sheet sent again,
/// in whatever encoding, is known row by row and changes nothing.
/// </summary>
internal sealed class MatterCommands(ImportManifest import, CitySnapshot city, Keyring keyring, byte[] hashKey, DateTimeOffset now)
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;
    private readonly SheetCity _names = new(city);
    private readonly RowKeys _keys = new(hashKey);

    /// <summary>Not for two threads: rows that say the same are told apart by their order.</summary>
    public ImportMatter Of(Matter matter)
    {
        var (winner, rows) = (matter.Winner, matter.ByPrecedence);
        var person = matter.Rows.FirstOrDefault(r => r.Identity is not null) ?? winner;
        var units = matter.Rows.ToDictionary(r => r.Row, r => UnitOf(r)!.Id);
        return new ImportMatter(
            IdOf(matter),
            import.Actor,
            now,
            import.Id,
            new Person(
                person.Identity is { } identity ? keyring.KeyOf(identity) : null,
                person.Identity?.Type ?? IdType.None,
                new Secret(person.Identity?.Number ?? ""),
                SecretOf(rows.Select(r => r.Petitioner).FirstOrDefault(name => !string.IsNullOrEmpty(name))),
                SecretOf(rows.Select(r => r.Phone).FirstOrDefault(phone => !string.IsNullOrEmpty(phone)))),
            winner.CaseNumber,
            units[winner.Row],
            rows.Select(OwnerOf).FirstOrDefault(owner => owner is not null)?.Id,
            [.. matter.Rows.Select(r => new ImportedRow(r.Row, units[r.Row], r.Owner, r.ResponsibleLeader, r.Handler, r.Source, r.AssignedOn, r.FirstVisit, KeyOf(r)))],
            new Secret(string.Join('\n', matter.Rows.Select(r => r.Claim).Distinct(StringComparer.Ordinal))),
            matter.Rows.Min(r => r.FirstVisit),
            matter.Rows.Max(r => r.Visits ?? 0),
            matter.Rows.Any(r => r.IsLongStanding),
            matter.Rows.Any(r => r.IsEnforcement),
            matter.Rows.Any(r => r.ProvinceVisit is not null));
    }

    /// <summary>The court as the sheet names it.</summary>
    public Court? UnitOf(UnresolvedRow row) => _names.Court(row.Unit);

    /// <summary>The leader whom a row names; null also where nobody can be told from his namesakes.</summary>
    public Leader? OwnerOf(UnresolvedRow row) => row.Owner is null ? null : _names.Leader(row.Owner, UnitOf(row)?.Id);

    private CommandId IdOf(Matter matter)
    {
        var text = new StringBuilder();
        foreach (var row in matter.Rows.OrderBy(Content, StringComparer.Ordinal))
            text.Append(Content(row)).Append('\u001E');
        return _keys.CommandOf(text.ToString());
    }

    /// <summary>The row's own key: an office that sends its part of a sheet sends rows that the city knows, though not the same matters.</summary>
    private string KeyOf(UnresolvedRow row) => _keys.Of("row-", Content(row));

    /// <summary>Everything a row says, without its place.</summary>
    private static string Content(UnresolvedRow row) => string.Join('\u001F',
    [
        row.Unit, row.Claim, row.Petitioner, row.Identity?.Canonical, row.Phone, row.CaseNumber?.Value, row.Cause, row.CaseType,
        row.FirstVisit?.ToString("O", Culture), row.Visits?.ToString(Culture), row.IsLongStanding ? "1" : "0",
        row.Owner, row.ResponsibleLeader, row.Handler, row.HandlerPhone, row.Source, row.AssignedOn?.ToString("O", Culture), row.ProvinceVisit,
    ]);

    private static Secret? SecretOf(string? text) => string.IsNullOrEmpty(text) ? null : new Secret(text);
}
