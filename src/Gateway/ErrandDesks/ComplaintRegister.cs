using System.Collections.Immutable;
using System.Globalization;
using PetitionMesh.Gateway.Auth;
using PetitionMesh.Gateway.Documents;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Gateway.OpenApi;
using PetitionMesh.Gateway.Reports;
using PetitionMesh.Grains.Cases.Clocks;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.ErrandDesks;
using PetitionMesh.Journal.Access;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Gateway.ErrandDesks;

/// <summary>The register of complaints and its figures (Y6): nothing personal, except in the texts of what is exported.</summary>
internal static class ComplaintRegister
{
    /// <summary>Every one of them is opened.</summary>
    private const int MostExported = 5_000;

    private static ImmutableArray<string> Groups { get; } = ["court", "desk"];

    public static void MapComplaintRegister(this IEndpointRouteBuilder routes)
    {
        AskedField[] part =
        [
            Ask.From, Ask.To, Ask.Court, new AskedField("desk", "窗口编号。"), Ask.OneOf<ComplaintStatus>("state", "办理状态。"),
            Ask.OneOf("due", "核查期限的状态。", QueryWord.All(ClockState.Paused)),
        ];
        var register = routes.MapGroup("/api/complaints").WithTags("办不成事窗口");
        register.MapGet("/", ListAsync).RequireAuthorization(Policies.ReadComplaints).Produces<ComplaintListView>()
            .WithSummary("办不成事反映登记簿，最近登记的在前；from、to 为接收日期").Asks(part).Asks(Ask.Limit, Ask.After);
        register.MapGet("/export", ExportAsync).RequireAuthorization(Policies.ReadComplaints).Produces(StatusCodes.Status200OK, contentType: FileForms.XlsxType)
            .WithSummary("办不成事反映导出为电子表格，最早登记的在前；筛选条件同登记簿，不分页").Asks(part);
        register.MapGet("/counts", CountAsync).RequireAuthorization(Policies.Count).Produces<ComplaintCountsView>()
            .WithSummary("办不成事反映统计，按接收日期").Asks(
                Ask.From with { Required = true }, Ask.To with { Required = true }, Ask.Court, Ask.SomeOf("by", "分组，默认按法院和窗口；填空不分组。", [.. Groups]));
    }

    private static async Task<IResult> ListAsync(HttpContext context, IFigureDesk ledger, ICityDirectory city, TimeProvider time)
    {
        var (errors, today) = (new FieldErrors(), city.Current.DayOf(time.GetUtcNow()));
        var (limit, after) = Paging.Read(context.Request.Query, errors);
        if (ComplaintQuestion.Read(context, city.Current, today, errors, out var problem) is not { } asked)
            return problem!;
        var lines = await ledger.ReadAsync(figures => figures.ComplaintsAsync(asked with { Before = after ?? long.MaxValue, Limit = limit + 1 }), context.RequestAborted);
        var (page, next) = Paging.Cut(lines, limit, l => l.Position);
        return new Answer<ComplaintListView>(new ComplaintListView([.. page.Select(l => View(l, today))], next), WireJson.Answers.ComplaintListView);
    }

    private static async Task<IResult> ExportAsync(HttpContext context, IFigureDesk ledger, ComplaintFile file, ICityDirectory city, IAccessLog accesses, TimeProvider time)
    {
        var (errors, actor, today) = (new FieldErrors(), context.Actor(), city.Current.DayOf(time.GetUtcNow()));
        if (ComplaintQuestion.Read(context, city.Current, today, errors, out var problem) is not { } asked)
            return problem!;
        var lines = await ledger.ReadAsync(figures => figures.ComplaintsAsync(asked with { Limit = MostExported + 1 }), context.RequestAborted);
        if (lines.Length > MostExported)
        {
            errors.Invalid("from", $"一次最多导出 {MostExported} 条，请缩短期间。");
            return errors.ToProblem()!;
        }
        await accesses.RecordAsync(new AccessRecord(actor.Subject, actor.Court.Value, "export", "complaints"), context.RequestAborted);
        return new FileAnswer(
            FileForm.Xlsx,
            string.Create(CultureInfo.InvariantCulture, $"办不成事反映{today:yyyyMMdd}"),
            (stream, cancellationToken) => ComplaintSheet.WriteAsync(stream, lines.Reverse(), file, asked.Court is null ? city.Current : null, today, cancellationToken));
    }

    private static async Task<IResult> CountAsync(HttpContext context, IFigureDesk ledger, ICityDirectory city, TimeProvider time)
    {
        var errors = new FieldErrors();
        var by = QueryGroups.Read(context.Request.Query, errors, Groups, Groups);
        if (RegisterPart.OfFigures(context, city.Current, errors, out var problem) is not { } asked)
            return problem!;
        var today = city.Current.DayOf(time.GetUtcNow());
        var (point, rows) = await ledger.ReadAsync(
            async figures => (await figures.PointAsync(), await figures.CountComplaintsAsync(asked.From, asked.To, asked.Court, today)), context.RequestAborted);
        return new Answer<ComplaintCountsView>(
            new ComplaintCountsView(
                new AsOfView(point.Position, point.At),
                [
                    .. rows.OrderBy(r => r.Court.Value, StringComparer.Ordinal).ThenBy(r => r.DeskName, StringComparer.Ordinal)
                        .GroupBy(r => (Court: by.Contains("court") ? r.Court.Value : null, Desk: by.Contains("desk") ? (ErrandDeskId?)r.Desk : null))
                        .Select(g => Sum(g.Key.Court, g.Key.Desk, [.. g])),
                ]),
            WireJson.Answers.ComplaintCountsView);
    }

    private static ComplaintCountView Sum(string? court, ErrandDeskId? desk, ImmutableArray<ComplaintCount> rows) => new(
        court,
        desk,
        desk is null ? null : rows[0].DeskName,
        rows.Sum(r => r.Received),
        rows.Sum(r => r.Circulated),
        rows.Sum(r => r.Checked),
        rows.Sum(r => r.Founded),
        rows.Sum(r => r.PartlyFounded),
        rows.Sum(r => r.Unfounded),
        rows.Sum(r => r.Answered),
        rows.Sum(r => r.Received - r.Answered),
        rows.Sum(r => r.Overdue),
        [
            .. Enum.GetValues<ForbiddenConduct>().Select((conduct, i) => new ConductCountView(conduct, rows.Sum(r => r.Found[i]))).Where(c => c.Count > 0),
        ]);

    private static ComplaintLineView View(ComplaintLine l, DateOnly today) => new(
        l.Complaint, l.Status, l.Court.Value, l.Desk, l.DeskName, l.Officer, l.Channel, l.Day, l.Division, l.DueOn, l.DueState(today), l.CheckedOn, l.Outcome, l.Found, l.AnsweredOn,
        l.AnsweredBy);
}
