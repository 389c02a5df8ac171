using System.Text.Json;
using System.Text.Json.Nodes;
using DocumentFormat.OpenXml.Packaging;
using PetitionMesh.Gateway.Tests.Running;

namespace PetitionMesh.Gateway.Tests.Cases;

/// <summary>Steps of a case over HTTP that several tests take.</summary>
internal static class CaseSteps
{
    public const string Owner = "L014";

    public static readonly byte[] Pdf = "%PDF-1.4 a paper of the test"u8.ToArray();

    /// <summary>A first visit, owned by <see cref="Owner"/>.</summary>
    public static async Task<string> RegisterAsync(RunningGateway gateway)
    {
        var clerk = await gateway.AsAsync("clerk");
        return (await (await clerk.SendAsync("/api/receptions", Some.Reception(receivedBy: Owner))).JsonAsync(201)).GetProperty("caseId").GetString()!;
    }

    public static async Task<JsonElement> ActAsync(HttpClient client, string id, string act, JsonObject body) =>
        await (await client.SendAsync($"/api/cases/{id}/{act}", body)).JsonAsync(200);

    /// <summary>A closing report on a written undertaking.</summary>
    public static JsonObject Report(JsonArray papers) => new()
    {
        ["ground"] = "writtenUndertaking",
        ["outcome"] = "persuaded",
        ["reason"] = "当事人书面承诺息诉罢访",
        ["parties"] = "信访人邹宁一，系原审原告。",
        ["judgments"] = "一审判决驳回诉讼请求。\n二审维持原判。",
        ["complaints"] = "未申请再审。",
        ["grounds"] = "认为认定事实错误。",
        ["findings"] = "经调查核实，原审认定事实清楚。",
        ["selfExamination"] = "经自查，程序合法。",
        ["conclusion"] = "裁判正确。",
        ["papers"] = papers.DeepClone(),
    };

    /// <summary>Ends a case of dg that nobody has assigned, by a closing report which its own court signs.</summary>
    public static async Task EndAsync(RunningGateway gateway, string id)
    {
        var judge = await gateway.AsAsync("judge");
        var papers = new JsonArray();
        foreach (var kind in new[] { "reviewReport", "settlement", "resolutionPlan" })
            papers.Add((await (await UploadAsync(judge, id, kind)).JsonAsync(201)).GetProperty("paperId").GetString());
        await ActAsync(judge, id, "close", Report(papers));
        foreach (var signer in new[] { Owner, "L011" })
            await ActAsync(await gateway.AsAsync("leader", subject: signer), id, "sign", new JsonObject { ["opinion"] = "同意" });
    }

    public static async Task<HttpResponseMessage> UploadAsync(HttpClient client, string id, string kind, byte[]? content = null, string type = "application/pdf") =>
        await client.PostAsync($"/api/cases/{id}/papers?kind={kind}", new ByteArrayContent(content ?? Pdf) { Headers = { ContentType = new(type) } });

    /// <summary>The words of a document.</summary>
    public static async Task<string> TextAsync(HttpClient client, string address)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(await client.GetByteArrayAsync(address)), isEditable: false);
        return document.MainDocumentPart!.Document.InnerText;
    }
}
