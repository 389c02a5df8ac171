using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Leaders;
using PetitionMesh.Grains.Rosters;

namespace PetitionMesh.Gateway.Rosters;

/// <summary>Reads what requests about rosters name: courts, days, months, shifts. Collects everything that is wrong.</summary>
internal static class RosterReading
{
    /// <summary>Longest span of days that one request reads or changes.</summary>
    public const int LongestSpan = 92;

    private const int MostShifts = 8;
    private const int LongestName = 100;
    private const int LongestReason = 500;
    private const string DayForm = "yyyy-MM-dd";

    private const string DayWanted = "请填写日期，例如 2026-11-21。";

    public static Problem UnreadableDay { get; } = Problems.Malformed("date", DayWanted);

    public static Problem UnknownCourt { get; } = Problems.NotFound("没有这个法院，请核对法院编号。");

    public static bool TryCourt(string text, CitySnapshot city, out CourtId court)
    {
        court = new CourtId(text);
        return city.Court(court) is not null;
    }

    public static bool TryDay(string? text, out DateOnly day) =>
        DateOnly.TryParseExact(text, DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out day) && RosterId.IsPlausible(day);

    /// <summary>The span asked for; from today for so many days by default.</summary>
    public static (DateOnly From, DateOnly To)? Span(IQueryCollection query, DateOnly today, out Problem? problem, int days = 7)
    {
        var errors = new FieldErrors();
        var from = Day(query, "from", today, errors);
        var to = Day(query, "to", from.AddDays(days - 1), errors);
        if (!errors.Any)
            CheckSpan(errors, from, to);
        problem = errors.ToProblem();
        return problem is null ? (from, to) : null;
    }

    public static DateOnly? Month(FieldErrors errors, string? text)
    {
        if (text is null)
            errors.Missing("month");
        else if (RosterId.TryParseMonth(text, out var month))
            return month;
        else
            errors.Malformed("month", "请填写月份，例如 2026-11。");
        return null;
    }

    public static bool TrySpan(FieldErrors errors, [NotNullWhen(true)] DateOnly? from, [NotNullWhen(true)] DateOnly? to)
    {
        if (from is null)
            errors.Missing("from");
        if (to is null)
            errors.Missing("to");
        if (from is null || to is null)
            return false;
        if (!RosterId.IsPlausible(from.Value) || !RosterId.IsPlausible(to.Value))
            errors.Invalid("from", "日期不在值班表的年份范围内，请核对年份。");
        else
            CheckSpan(errors, from.Value, to.Value, longest: 366);
        return !errors.Any;
    }

    public static RosterAct.Arrange? Day(DayBody body, DateOnly date, FieldErrors errors)
    {
        if (body.Shifts is null)
            errors.Missing("shifts");
        else if (body.Shifts.Count > MostShifts)
            errors.Invalid("shifts", $"一天最多 {MostShifts} 个班次。");
        PlainText.CheckName(errors, "reason", body.Reason, LongestReason);
        var shifts = (body.Shifts ?? []).Take(MostShifts).Select((shift, i) => Shift(shift, $"shifts[{i}]", errors)).ToArray();
        return errors.Any ? null : new RosterAct.Arrange(date, [.. shifts.Select(s => s!)], body.Reason);
    }

    public static ShiftKey? Shift(FieldErrors errors, string field, ShiftReferenceBody? body)
    {
        if (body is null)
            errors.Missing(field);
        else if (body.Date is not { } date)
            errors.Missing($"{field}.date");
        else if (!RosterId.IsPlausible(date))
            errors.Invalid($"{field}.date", "日期不在值班表的年份范围内，请核对年份。");
        else if (body.Shift is null)
            errors.Missing($"{field}.shift");
        else
            return new ShiftKey(date, body.Shift.Value);
        return null;
    }

    private static Arrangement? Shift(ShiftBody? body, string at, FieldErrors errors)
    {
        if (body?.Shift is null)
            errors.Missing($"{at}.shift");
        if (string.IsNullOrEmpty(body?.Leader))
            errors.Missing($"{at}.leader");
        PlainText.CheckName(errors, $"{at}.staff", body?.Staff, LongestName);
        PlainText.CheckName(errors, $"{at}.topic", body?.Topic, LongestName);
        var from = Time(body?.From, $"{at}.from", errors);
        var to = Time(body?.To, $"{at}.to", errors);
        return errors.Any ? null : new Arrangement(body!.Shift!.Value, new LeaderId(body.Leader!), from, to, body.Staff, body.Topic);
    }

    private static TimeOnly? Time(string? text, string field, FieldErrors errors)
    {
        if (text is null)
            return null;
        if (TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return time;
        errors.Malformed(field, "请填写时间，例如 17:30。");
        return null;
    }

    private static DateOnly Day(IQueryCollection query, string field, DateOnly otherwise, FieldErrors errors)
    {
        var given = query[field];
        if (given.Count == 0)
            return otherwise;
        if (given.Count == 1 && TryDay(given[0], out var day))
            return day;
        errors.Malformed(field, DayWanted);
        return otherwise;
    }

    private static void CheckSpan(FieldErrors errors, DateOnly from, DateOnly to, int longest = LongestSpan)
    {
        if (to < from)
            errors.Invalid("to", "止日早于起日，请核对。");
        else if (to.DayNumber - from.DayNumber >= longest)
            errors.Invalid("to", $"一次最多 {longest} 天，请分次办理。");
    }
}
