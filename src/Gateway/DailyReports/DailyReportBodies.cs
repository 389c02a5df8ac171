using System.Text.Json.Serialization;
using PetitionMesh.Grains.CourtDays;

namespace PetitionMesh.Gateway.DailyReports;

/// <summary>J11: what a unit tells of its day.</summary>
/// <param name="Figures">Null, or single lines absent: as the register says.</param>
/// <param name="Remarks">Absent: none; in a correction, as they were.</param>
internal abstract record ToldBody(FiguresBody? Figures, bool? Nil, string? Remarks)
{
    [JsonIgnore]
    public bool IsNil => Nil == true;

    /// <summary>Lines that are absent are as the register says, those of a nil return nothing.</summary>
    public DayFigures? Over(DayFigures registered) => Figures?.Over(IsNil ? DayFigures.Nil : registered);
}

/// <summary>J11: a daily report, or a nil return.</summary>
internal sealed record DailyReportBody(FiguresBody? Figures = null, bool? Nil = null, string? Remarks = null) : ToldBody(Figures, Nil, Remarks);

/// <param name="Reason">Why what was reported was wrong.</param>
internal sealed record CorrectionBody(FiguresBody? Figures = null, bool? Nil = null, string? Remarks = null, string? Reason = null)
    : ToldBody(Figures, Nil, Remarks);

/// <summary>The lines of <see cref="DayFigures"/>; an absent one is taken from the register, the sum of all channels from what is told of them.</summary>
internal sealed record FiguresBody(
    int? Receptions = null,
    int? First = null,
    int? Repeat = null,
    int? Collective = null,
    int? SkipLevel = null,
    int? Persons = null,
    int? Visit = null,
    int? Letter = null,
    int? Call = null,
    int? Email = null,
    int? Online = null,
    int? Video = null,
    int? VisitPersons = null,
    int? ToCity = null,
    int? ToProvince = null,
    int? ToCapital = null,
    int? Closed = null,
    int? Alerts = null)
{
    public DayFigures Over(DayFigures r) => new(
        Receptions ?? (Channels.All(told => told is null) ? r.Receptions : Channels.Zip(RegisteredByChannel(r), (told, registered) => told ?? registered).Sum()),
        First ?? r.First,
        Repeat ?? r.Repeat,
        Collective ?? r.Collective,
        SkipLevel ?? r.SkipLevel,
        Persons ?? r.Persons,
        Visit ?? r.Visit,
        Letter ?? r.Letter,
        Call ?? r.Call,
        Email ?? r.Email,
        Online ?? r.Online,
        Video ?? r.Video,
        VisitPersons ?? r.VisitPersons,
        ToCity ?? r.ToCity,
        ToProvince ?? r.ToProvince,
        ToCapital ?? r.ToCapital,
        Closed ?? r.Closed,
        Alerts ?? r.Alerts);

    private int?[] Channels => [Visit, Letter, Call, Email, Online, Video];

    private static int[] RegisteredByChannel(DayFigures r) => [r.Visit, r.Letter, r.Call, r.Email, r.Online, r.Video];
}

/// <summary>J11: what must be told at once.</summary>
/// <param name="Unit">Needed at the intermediate court; a basic court is its own unit.</param>
/// <param name="Words">What happened, without anything personal.</param>
internal sealed record AlertBody(
    AlertKind? Kind = null,
    string? Unit = null,
    DateTimeOffset? OccurredAt = null,
    string? CaseId = null,
    string? ReceptionId = null,
    string? Place = null,
    int? Headcount = null,
    string? Words = null);

/// <summary>J11: who can be reached for a unit around the clock.</summary>
internal sealed record ContactBody(string? Name = null, string? Post = null, string? Phone = null);
