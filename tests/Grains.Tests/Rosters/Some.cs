using System.Collections.Immutable;
using System.Text.Json;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Leaders;
using PetitionMesh.Grains.Rosters;

namespace PetitionMesh.Grains.Tests.Rosters;

/// <summary>Supplies what a test of rosters does not care about: the sample city, the official calendar, an office.</summary>
internal static class Some
{
    public static readonly CitySnapshot City = new(
        JsonSerializer.Deserialize(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "city.json")), EventsJson.Default.CityDocument)!, 1);

    public static readonly WorkingCalendar Calendar = WorkingCalendarFiles.Read(Path.Combine(AppContext.BaseDirectory, "calendar"));
    public static readonly CourtId DongGang = new("dg");
    public static readonly CourtId ZhongYuan = new("zy");

    /// <summary>Long before any shift of the month.</summary>
    public static readonly DateTimeOffset Before = new(2026, 8, 20, 9, 0, 0, TimeSpan.FromHours(8));

    public static readonly DateOnly September = new(2026, 9, 1);
    public static readonly Actor Supervisor = new("S001", "中院信访局", ZhongYuan, Role.Supervisor);

    public static Actor Office(CourtId? court = null) => new("O001", "信访办", court ?? DongGang, Role.Office);

    public static Actor Leader(LeaderId id) => new(id.Value, id.Value, City.Leader(id)!.Court, Role.Leader);

    public static RosterId Roster(CourtId? court = null, DateOnly? month = null) => new(court ?? DongGang, month ?? September);

    public static CommandId Command(string key = "k") => new("dg/O001", key, [], Recorded: false);

    public static RosterCommand Do(RosterAct act, Actor? by = null, DateTimeOffset? now = null, int? expecting = null, string key = "k") =>
        new(Command(key), by ?? Supervisor, now ?? Before, expecting, act);

    public static RosterAct.Draft Draft(params (string Leader, int Cases)[] owned) =>
        new([.. owned.Select(o => new OpenCases(new LeaderId(o.Leader), o.Cases))]);

    public static RosterAct.Arrange Arrange(DateOnly date, string? morning, string? afternoon, string? reason = null)
    {
        var shifts = ImmutableArray.CreateBuilder<Arrangement>();
        if (morning is not null)
            shifts.Add(new Arrangement(ShiftKind.Morning, new LeaderId(morning), null, null, null, null));
        if (afternoon is not null)
            shifts.Add(new Arrangement(ShiftKind.Afternoon, new LeaderId(afternoon), null, null, null, null));
        return new RosterAct.Arrange(date, shifts.DrainToImmutable(), reason);
    }

    public static DateOnly Day(int day, int month = 9) => new(2026, month, day);

    public static DateTimeOffset At(DateOnly day, int hour, int minute = 0) => City.At(day, new TimeOnly(hour, minute));
}
