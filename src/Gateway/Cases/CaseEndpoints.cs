using System.Collections.Immutable;
using System.Globalization;
using PetitionMesh.Gateway.Auth;
using PetitionMesh.Gateway.Documents;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Gateway.OpenApi;
using PetitionMesh.Gateway.Receptions;
using PetitionMesh.Grains;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Cases.Clocks;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Privacy;
using PetitionMesh.Journal.Access;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Gateway.Cases;

/// <summary>The ledger, the search by person, a case's file and its history.</summary>
internal static class CaseEndpoints
{
    private static Problem Hidden { get; } = Problems.NotFound("没有这个信访事项，或本院未参与办理；可通过包案查询了解包案领导。");

    private static AskedField[] Filter =>
    [
        Ask.Court,
        new("owner", "包案领导编号，例如 L012。"),
        Ask.OneOf<CaseStatus>("status", "事项状态。"),
        Ask.OneOf<ClockState>("due", "期限状态。"),
        new("caseNumber", "原审案号，例如（2016）鲁9902民初4058号。"),
    ];

    public static void MapCases(this IEndpointRouteBuilder routes)
    {
        var cases = routes.MapGroup("/api/cases").RequireAuthorization(Policies.ReadCases).WithTags("信访事项");
        cases.MapGet("", ListAsync).Produces<CaseListView>().WithSummary("台账").Asks(Filter).Asks(Ask.Limit, Ask.After);
        cases.MapGet("/export", ExportAsync).Produces(StatusCodes.Status200OK, contentType: FileForms.XlsxType)
            .WithSummary("台账全部导出为电子表格：筛选条件同台账，不分页").Asks(Filter);
        cases.MapPost("/search", SearchAsync).Accepts<CaseSearchBody>("application/json").Produces<CaseListView>().WithSummary("按信访人查询");
        cases.MapGet("/{caseId}", OpenAsync).Produces<CaseFileView>().WithSummary("信访事项档案").Tells(ToldHeader.ETag);
        cases.MapGet("/{caseId}/history", HistoryAsync).Produces<CaseHistoryView>().WithSummary("办理经过，由远及近；limit、after 都不填的，一次全部列出")
            .Asks(Ask.Limit, Ask.After);
    }

    private static async Task<IResult> ListAsync(HttpContext context, ILedger ledger, ICityDirectory city, TimeProvider time)
    {
        if (CaseFilterReading.Read(context.Request.Query, context.Actor(), city.Current, time.GetUtcNow(), out var problem) is not { } filter)
            return problem!;
        var page = await ledger.ListCasesAsync(filter, context.RequestAborted);
        return Show(page.Items, page.Next, city.Current, time.GetUtcNow());
    }

    private static async Task<IResult> ExportAsync(HttpContext context, IFigureDesk figures, ICityDirectory city, IAccessLog accesses, TimeProvider time)
    {
        var actor = context.Actor();
        if (CaseFilterReading.Read(context.Request.Query, actor, city.Current, time.GetUtcNow(), out var problem) is not { } filter)
            return problem!;
        await accesses.RecordAsync(new AccessRecord(actor.Subject, actor.Court.Value, "export", "ledger"), context.RequestAborted);
        var (now, today) = (city.Current, city.Current.DayOf(time.GetUtcNow()));
        return new FileAnswer(
            FileForm.Xlsx,
            string.Create(CultureInfo.InvariantCulture, $"台账{today:yyyyMMdd}"),
            (stream, cancellationToken) => figures.ReadAsync(
                async snapshot =>
                {
                    await LedgerSheet.WriteAsync(stream, snapshot, filter, now, today);
                    return true;
                },
                cancellationToken));
    }

    private static async Task<IResult> SearchAsync(
        HttpContext context, ILedger ledger, ICityDirectory city, Keyring keyring, IAccessLog accesses, TimeProvider time)
    {
        var body = await JsonBody.ReadAsync(context, WireJson.Bodies.CaseSearchBody);
        if (body.Problem is not null)
            return body.Problem;
        var errors = new FieldErrors();
        var document = PersonReading.ReadDocument(body.Value.IdType, body.Value.IdNumber, "", city.Current.DayOf(time.GetUtcNow()), errors, out _);
        if (errors.ToProblem() is { } problem)
            return problem;
        ImmutableArray<CaseLine> lines = document is null ? [] : await ledger.FindCasesAsync(keyring.KeyOf(document), context.RequestAborted);
        var actor = context.Actor();
        var visible = await VisibleAsync(lines, actor, ledger, context.RequestAborted);
        await accesses.NoteLookupAsync(actor.Subject, actor.Court.Value, visible.Select(l => l.Case).ToArray());
        return Show(visible, null, city.Current, time.GetUtcNow());
    }

    private static async Task<IResult> OpenAsync(HttpContext context, string caseId, CaseDoor door, CaseFiles files)
    {
        if (await door.OpenAsync(context.Actor(), caseId, "case.open", null, context.RequestAborted) is not { } standing)
            return Hidden;
        var file = await files.ReadAsync(standing, context.RequestAborted);
        return new Answer<CaseFileView>(file, WireJson.Answers.CaseFileView, tag: VersionTag.Of(standing.Version));
    }

    private static async Task<IResult> HistoryAsync(
        HttpContext context, string caseId, CaseDoor door, CaseHistories histories)
    {
        var errors = new FieldErrors();
        var query = context.Request.Query;
        var (limit, after) = Paging.Read(query, errors);
        if (errors.ToProblem() is { } problem)
            return problem;
        if (await door.OpenAsync(context.Actor(), caseId, "case.history", null, context.RequestAborted) is not { } standing)
            return Hidden;
        var whole = !query.ContainsKey("limit") && !query.ContainsKey("after");
        return new Answer<CaseHistoryView>(
            await histories.ReadAsync(standing.Case, after ?? 0, whole ? int.MaxValue : limit, context.RequestAborted), WireJson.Answers.CaseHistoryView);
    }

    private static async Task<ImmutableArray<CaseLine>> VisibleAsync(
        ImmutableArray<CaseLine> lines, Actor actor, ILedger ledger, CancellationToken cancellationToken)
    {
        if (CaseSight.ConfinedTo(actor) is not { } court)
            return lines;
        var visible = ImmutableArray.CreateBuilder<CaseLine>();
        foreach (var line in lines)
        {
            if ((await ledger.CourtsOfAsync(line.Case, cancellationToken)).Contains(court))
                visible.Add(line);
        }
        return visible.DrainToImmutable();
    }

    private static Answer<CaseListView> Show(ImmutableArray<CaseLine> lines, long? next, CitySnapshot city, DateTimeOffset now)
    {
        var today = city.DayOf(now);
        return new(new CaseListView([.. lines.Select(l => CaseLineView.Of(l, city, today))], Paging.Next(next)), WireJson.Answers.CaseListView);
    }
}
