using System.Globalization;
using System.Text;
using PetitionMesh.Gateway.Auth;

namespace PetitionMesh.Gateway.Operations;

/// <summary>Figures for operators: <c>/metrics</c> for machines (Prometheus text format 0.0.4), <c>/dashboard</c> for people.</summary>
internal static class OperationsEndpoints
{
    public static void MapOperations(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/metrics", Metrics).RequireAuthorization(Policies.Operate).Produces(200, contentType: "text/plain").WithSummary("运行指标（Prometheus）").WithTags("运维");
        routes.MapDashboard();
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
}
