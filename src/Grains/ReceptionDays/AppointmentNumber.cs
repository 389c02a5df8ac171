using System.Globalization;
using System.Text.Json.Serialization;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Rosters;

namespace PetitionMesh.Grains.ReceptionDays;

/// <summary>The number on the slip of who has an appointment (S7), for example <c>dg-20260910-03</c>: names court, day and turn, and nothing of the person.</summary>
[JsonConverter(typeof(TextIdConverter<AppointmentNumber>))]
[GenerateSerializer, Immutable, Alias("petition-mesh.appointment-number")]
public readonly record struct AppointmentNumber(
    [property: Id(0)] CourtId Court, [property: Id(1)] DateOnly Date, [property: Id(2)] int Turn) : ITextId<AppointmentNumber>
{
    private const string DayForm = "yyyyMMdd";

    /// <summary>A day is announced for far fewer; numbers of cancelled appointments are not given out again.</summary>
    private const int HighestTurn = 9_999;

    public string Value => string.Create(CultureInfo.InvariantCulture, $"{Court}-{Date.ToString(DayForm, CultureInfo.InvariantCulture)}-{Turn:D2}");

    /// <summary>The month whose stream holds it.</summary>
    public RosterId Month => RosterId.Of(Court, Date);

    public static AppointmentNumber Parse(string text) => TryParse(text, out var number) ? number : throw new FormatException("This is no appointment number.");

    public static bool TryParse(string text, out AppointmentNumber number)
    {
        number = default;
        var turnAt = text.LastIndexOf('-');
        var dayAt = turnAt > 0 ? text.LastIndexOf('-', turnAt - 1) : -1;
        if (dayAt <= 0
            || !DateOnly.TryParseExact(text.AsSpan(dayAt + 1, turnAt - dayAt - 1), DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            || !RosterId.IsPlausible(date)
            || !int.TryParse(text.AsSpan(turnAt + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var turn)
            || turn is < 1 or > HighestTurn)
        {
            return false;
        }
        number = new AppointmentNumber(new CourtId(text[..dayAt]), date, turn);
        return number.Value == text;
    }

    public override string ToString() => Value;
}
