using System.Globalization;
using System.Text.Json.Serialization;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Rosters;

namespace PetitionMesh.Grains.Duties;

/// <summary>The log of one shift of one court, for example <c>dg/2026-11-20/morning</c>.</summary>
[JsonConverter(typeof(TextIdConverter<DutyLogId>))]
[GenerateSerializer, Immutable, Alias("petition-mesh.duty-log-id")]
public readonly record struct DutyLogId(
    [property: Id(0)] CourtId Court, [property: Id(1)] DateOnly Date, [property: Id(2)] ShiftKind Shift) : ITextId<DutyLogId>
{
    private const string DayForm = "yyyy-MM-dd";

    public string Value => $"{Court}/{Date.ToString(DayForm, CultureInfo.InvariantCulture)}/{EnumWords.Of(Shift)}";

    public static DutyLogId Parse(string text)
    {
        var parts = text.Split('/');
        return parts.Length == 3
            && DateOnly.TryParseExact(parts[1], DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            && TryShift(parts[2], out var shift)
            ? new DutyLogId(CourtId.Parse(parts[0]), date, shift)
            : throw new FormatException("A duty log is named court/yyyy-MM-dd/shift.");
    }

    public static bool TryShift(string word, out ShiftKind shift)
    {
        foreach (var kind in Enum.GetValues<ShiftKind>())
        {
            shift = kind;
            if (EnumWords.Of(kind) == word)
                return true;
        }
        shift = default;
        return false;
    }

    public override string ToString() => Value;
}
