namespace PetitionMesh.Grains.CourtDays;

/// <summary>The figures of a daily report (日报告, J11). Register and report use the same words, so that they can be held against each other.</summary>
/// <param name="Receptions">All channels together (批次).</param>
/// <param name="Repeat">Receptions that were not the first of their case.</param>
/// <param name="Collective">Of five people or more.</param>
/// <param name="SkipLevel">Level above the unit's own tier, never by video (S4).</param>
/// <param name="Persons">Head counts of all receptions (人次).</param>
/// <param name="Visit">来访批次.</param>
/// <param name="VisitPersons">来访人次.</param>
/// <param name="ToCity">Persons received whose matter had gone to the city before; likewise province and capital.</param>
/// <param name="Closed">Resolutions counted on the day (当日办结); 0 for a division, whose court counts them.</param>
/// <param name="Alerts">Alerts told on the day.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.day-figures")]
public sealed record DayFigures(
    [property: Id(0)] int Receptions,
    [property: Id(1)] int First,
    [property: Id(2)] int Repeat,
    [property: Id(3)] int Collective,
    [property: Id(4)] int SkipLevel,
    [property: Id(5)] int Persons,
    [property: Id(6)] int Visit,
    [property: Id(7)] int Letter,
    [property: Id(8)] int Call,
    [property: Id(9)] int Email,
    [property: Id(10)] int Online,
    [property: Id(11)] int Video,
    [property: Id(12)] int VisitPersons,
    [property: Id(13)] int ToCity,
    [property: Id(14)] int ToProvince,
    [property: Id(15)] int ToCapital,
    [property: Id(16)] int Closed,
    [property: Id(17)] int Alerts)
{
    /// <summary>A nil return.</summary>
    public static DayFigures Nil { get; } = new(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>What remains beside a part; alerts stay, no division's are counted for its court.</summary>
    public DayFigures Without(DayFigures part) => new(
        Receptions - part.Receptions,
        First - part.First,
        Repeat - part.Repeat,
        Collective - part.Collective,
        SkipLevel - part.SkipLevel,
        Persons - part.Persons,
        Visit - part.Visit,
        Letter - part.Letter,
        Call - part.Call,
        Email - part.Email,
        Online - part.Online,
        Video - part.Video,
        VisitPersons - part.VisitPersons,
        ToCity - part.ToCity,
        ToProvince - part.ToProvince,
        ToCapital - part.ToCapital,
        Closed - part.Closed,
        Alerts);
}

/// <summary>The lines of a daily report, in the order of the form.</summary>
public static class DayFigureLines
{
    public static IReadOnlyList<DayFigureLine> All { get; } =
    [
        new("receptions", "接访批次合计", f => f.Receptions),
        new("visit", "来访批次", f => f.Visit),
        new("visitPersons", "来访人次", f => f.VisitPersons),
        new("letter", "来信", f => f.Letter),
        new("call", "来电", f => f.Call),
        new("email", "来邮", f => f.Email),
        new("online", "网上", f => f.Online),
        new("video", "视频", f => f.Video),
        new("persons", "人次合计", f => f.Persons),
        new("first", "初访", f => f.First),
        new("repeat", "重访", f => f.Repeat),
        new("collective", "集体访", f => f.Collective),
        new("skipLevel", "越级", f => f.SkipLevel),
        new("toCity", "曾到市", f => f.ToCity),
        new("toProvince", "曾到省", f => f.ToProvince),
        new("toCapital", "曾进京", f => f.ToCapital),
        new("closed", "当日办结", f => f.Closed),
        new("alerts", "预警信息", f => f.Alerts),
    ];
}

/// <param name="Name">The field's name in JSON.</param>
/// <param name="Title">As the form calls it.</param>
public sealed record DayFigureLine(string Name, string Title, Func<DayFigures, int> Of);
