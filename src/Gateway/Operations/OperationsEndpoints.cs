using System.Globalization;
using System.Text;
using PetitionMesh.Gateway.Auth;
using PetitionMesh.Silo.Hosting;

namespace PetitionMesh.Gateway.Operations;

/// <summary>Figures for operators: <c>/metrics</c> for machines (Prometheus text format 0.0.4), <c>/dashboard</c> for people.</summary>
internal static class OperationsEndpoints
{
    public static void MapOperations(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/metrics", Metrics).RequireAuthorization(Policies.Operate).WithSummary("运行指标（Prometheus）").WithTags("运维");
        if (!routes.MapGrainDashboard("/dashboard", Policies.Operate))
            routes.MapGet("/dashboard", Dashboard).RequireAuthorization(Policies.Operate).WithSummary("运行状况页面").WithTags("运维");
    }

    private static IResult Metrics(ProcessFigures figures)
    {
        var text = new StringBuilder();
        foreach (var figure in figures.Read())
        {
            text.Append(CultureInfo.InvariantCulture, $"# HELP {figure.Name} {figure.Title}\n# TYPE {figure.Name} {figure.Kind}\n");
            text.Append(CultureInfo.InvariantCulture, $"{figure.Name} {figure.Value:R}\n");
        }
        return Results.Content(text.ToString(), "text/plain; version=0.0.4; charset=utf-8");
    }

    private static IResult Dashboard(ProcessFigures figures)
    {
        var rows = new StringBuilder();
        foreach (var figure in figures.Read())
            rows.Append(CultureInfo.InvariantCulture, $"<tr><td>{figure.Title}</td><td class=n>{figure.Value:N0}</td></tr>\n");
        return Results.Content($$"""
            <!doctype html>
            <html lang="zh-CN"><head><meta charset="utf-8"><title>运行状况</title>
            <style>body{font-family:system-ui,"Noto Sans CJK SC",sans-serif;margin:2rem}td{padding:.2rem .8rem;border-bottom:1px solid #ddd}.n{text-align:right;font-variant-numeric:tabular-nums}</style></head>
            <body><h1>运行状况</h1><table>
            {{rows}}</table></body></html>
            """, "text/html; charset=utf-8");
    }
}
