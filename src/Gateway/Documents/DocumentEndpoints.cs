using Microsoft.Net.Http.Headers;
using PetitionMesh.Gateway.Auth;
using PetitionMesh.Gateway.Cases;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Gateway.OpenApi;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Cases.Acts;

namespace PetitionMesh.Gateway.Documents;

/// <summary>Documents of a case, each reading recorded as an export: the whole file as JSON or docx, and the forms as docx.</summary>
internal static class DocumentEndpoints
{
    private const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void MapCaseDocuments(this IEndpointRouteBuilder routes)
    {
        var cases = routes.MapGroup("/api/cases/{caseId}").RequireAuthorization(Policies.ReadCases).WithTags("文书");
        cases.MapGet("/file", FileAsync).Produces<CaseFileView>().WithSummary("一案一档：?format=docx 或 json")
            .Offers(FileForm.Json, FileForm.Docx);
        cases.MapGet("/closing-report", ClosingReportAsync).Produces(StatusCodes.Status200OK, contentType: Docx).WithSummary("最近一次办结报告");
        cases.MapGet("/receptions/{receptionId}/record", ReceptionRecordAsync).Produces(StatusCodes.Status200OK, contentType: Docx).WithSummary("接访登记表");
        cases.MapGet("/referrals/{actId}/slip", ReferralSlipAsync).Produces(StatusCodes.Status200OK, contentType: Docx).WithSummary("信访事项转办单");
    }

    private static async Task<IResult> FileAsync(HttpContext context, string caseId, CaseDoor door, CaseFiles files, CaseDocuments documents)
    {
        var named = context.Request.Query["format"].ToString();
        if (named.Length == 0)
            context.Response.Headers.Vary = HeaderNames.Accept;
        var format = named.Length > 0 ? named
            : context.Request.Headers.Accept.ToString().Contains(Docx, StringComparison.OrdinalIgnoreCase) ? "docx"
            : "json";
        if (format is not ("docx" or "json"))
            return Problems.Invalid("format", "可选：docx、json。", "J7");
        if (await OpenAsync(context, caseId, door, files) is not { } file)
            return Unknown;
        return format == "docx" ? Send(context, documents.File(file), "一案一档") : new Answer<CaseFileView>(file, WireJson.Answers.CaseFileView);
    }

    private static async Task<IResult> ClosingReportAsync(HttpContext context, string caseId, CaseDoor door, CaseFiles files, CaseDocuments documents)
    {
        if (await OpenAsync(context, caseId, door, files) is not { } file)
            return Unknown;
        // A handover (J9) follows the report of the end and has none of its sections.
        return file.Work.Closings.LastOrDefault(c => c.Ground != EndingGround.HandedOver) is { } closing
            ? Send(context, documents.ClosingReport(file, closing), "办结报告")
            : Problems.NotFound("该事项还没有办结报告。");
    }

    private static async Task<IResult> ReceptionRecordAsync(
        HttpContext context, string caseId, string receptionId, CaseDoor door, CaseFiles files, CaseDocuments documents)
    {
        if (await OpenAsync(context, caseId, door, files) is not { } file)
            return Unknown;
        return file.Receptions.FirstOrDefault(r => r.ReceptionId.Value == receptionId) is { } reception
            ? Send(context, documents.ReceptionRecord(file, reception), "接访登记表")
            : Problems.NotFound("该事项没有这次接访，请核对登记编号。");
    }

    private static async Task<IResult> ReferralSlipAsync(
        HttpContext context, string caseId, string actId, CaseDoor door, CaseFiles files, CaseDocuments documents)
    {
        if (await OpenAsync(context, caseId, door, files) is not { } file)
            return Unknown;
        return file.Work.Acts.FirstOrDefault(a => a.Act == CaseAct.Refer && a.ActId.Value == actId) is { } referral
            ? Send(context, documents.ReferralSlip(file, referral), "信访事项转办单")
            : Problems.NotFound("该事项没有这份转办单，请核对编号。");
    }

    private static Problem Unknown { get; } = Problems.NotFound("没有这个信访事项，或本院未参与办理。");

    private static async Task<CaseFileView?> OpenAsync(HttpContext context, string caseId, CaseDoor door, CaseFiles files) =>
        await door.OpenAsync(context.Actor(), caseId, "export", null, context.RequestAborted) is { } standing
            ? await files.ReadAsync(standing, context.RequestAborted)
            : null;

    private static IResult Send(HttpContext context, byte[] document, string name)
    {
        context.Response.Headers.CacheControl = "no-store";
        return Results.File(document, Docx, $"{name}.docx");
    }
}
