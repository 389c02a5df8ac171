using PetitionMesh.Gateway.Auth;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Grains;
using PetitionMesh.Journal.GroupCommit;
using PetitionMesh.Silo.Hosting;

namespace PetitionMesh.Gateway.Operations;

/// <summary>
/// <c>/dashboard</c> for people with the role ops: Orleans' own where the grains run on Orleans, else this process' grains and
/// journal. No figure names a person, a case or a court's caseload.
/// </summary>
internal static class DashboardEndpoints
{
    private static readonly string s_page = ReadPage();

    public static void MapDashboard(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(DashboardSession.Path + "/session", (HttpContext context) => DashboardSession.Begin(context))
            .RequireAuthorization(Policies.Operate).Produces(StatusCodes.Status204NoContent).WithTags("运维").WithSummary("让浏览器以本令牌打开面板");
        if (routes.MapGrainDashboard(DashboardSession.Path, Policies.Operate))
            return;
        routes.MapGet(DashboardSession.Path, () => Results.Content(s_page, "text/html; charset=utf-8"))
            .RequireAuthorization(Policies.Operate).Produces(200, contentType: "text/html").WithTags("运维").WithSummary("运行面板");
        routes.MapGet(DashboardSession.Path + "/figures", Figures)
            .RequireAuthorization(Policies.Operate).Produces<DashboardView>().WithTags("运维").WithSummary("运行面板的数据");
    }

    private static Answer<DashboardView> Figures(HttpContext context, GroupCommitJournal journal, ProcessFigures process)
    {
        var written = journal.Figures;
        return new Answer<DashboardView>(
            new DashboardView(
                GrainHosting.Figures(context.RequestServices),
                EnumWords.Of(written.State),
                new JournalView(written.Waiting, written.Batches, written.Events, written.Sizes),
                [.. process.Read().Select(f => new FigureView(f.Name, f.Title, f.Value))]),
            WireJson.Answers.DashboardView);
    }

    private static string ReadPage()
    {
        using var stream = typeof(DashboardEndpoints).Assembly.GetManifestResourceStream("PetitionMesh.Gateway.Operations.dashboard.html")
            ?? throw new InvalidOperationException("The dashboard's page is not in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
