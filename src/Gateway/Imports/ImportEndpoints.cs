using PetitionMesh.Gateway.Auth;
using PetitionMesh.Gateway.Commands;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Gateway.OpenApi;
using PetitionMesh.Grains;

namespace PetitionMesh.Gateway.Imports;

/// <summary><c>/api/imports</c>: ledgers from spreadsheets (J1, Y1).</summary>
internal static class ImportEndpoints
{
    private const int Limit = 20 << 20;

    private static readonly string[] Types =
    [
        "text/csv", "application/csv", "application/octet-stream", "application/vnd.ms-excel",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ];

    public static void MapImports(this IEndpointRouteBuilder routes)
    {
        var imports = routes.MapGroup("/api/imports").RequireAuthorization(Policies.Import).WithTags("导入");
        imports.MapPost("/{kind}", UploadAsync)
            .Produces<ImportView>(StatusCodes.Status202Accepted)
            .WithSummary("导入台账（kind 为 unresolved-cases 信访积案、first-requests 首诉登记；CSV 或 XLSX，不超过 20 MiB）")
            .Takes("台账文件本身：CSV（UTF-8 或 GB18030，按内容识别）或 XLSX，不超过 20 MiB。", Types)
            .Tells(ToldHeader.Location);
        imports.MapGet("/{id}", Show).Produces<ImportView>().WithSummary("导入进度和结果");
    }

    private static async Task<IResult> UploadAsync(HttpContext context, string kind, ImportHall hall, CommandIds ids, TimeProvider time)
    {
        if (!ImportKinds.IsKnown(kind))
            return Problems.NotFound($"没有这种导入，可用：{ImportKinds.UnresolvedCases}（信访积案台账）、{ImportKinds.FirstRequests}（首诉登记簿）。");
        if (context.Request.ContentLength > Limit)
            return Problems.TooLarge(Limit);
        if (!IsSheet(context.Request.ContentType))
            return Problems.WrongContentType("text/csv 或 application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        if (await RawBody.ReadAsync(context.Request, Limit) is not { } sheet)
            return Problems.TooLarge(Limit);
        if (sheet.Length == 0)
            return Problems.Malformed("请求内容为空，请上传 CSV 或 XLSX 文件。");
        var actor = context.Actor();
        if (ids.Read(context.Request, actor, sheet) is not { } command)
            return CommandIds.UnusableKey;
        var manifest = new ImportManifest(
            command.Derive("import").ToString("D"), actor, time.GetUtcNow(), Convert.ToHexStringLower(command.BodyHash.AsSpan()), null, kind);
        if (hall.Accept(manifest, sheet) is not { } job)
            return Problems.Busy;
        return job.Manifest.BodyHash == manifest.BodyHash
            ? new Answer<ImportView>(ImportView.Accepted(job.Manifest.Id), WireJson.Answers.ImportView, StatusCodes.Status202Accepted, location: $"/api/imports/{manifest.Id}")
            : Problems.KeyReused;
    }

    private static IResult Show(HttpContext context, string id, ImportHall hall)
    {
        var actor = context.Actor();
        return hall.Find(id) is { } job && (actor.Role == Role.Supervisor || job.Manifest.Actor.Court == actor.Court)
            ? new Answer<ImportView>(job.View, WireJson.Answers.ImportView)
            : Problems.NotFound("没有这次导入，请核对导入编号。");
    }

    private static bool IsSheet(string? contentType) =>
        contentType is not null && Types.Contains(contentType.Split(';')[0].Trim(), StringComparer.OrdinalIgnoreCase);
}
