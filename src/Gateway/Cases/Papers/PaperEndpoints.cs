using System.Security.Cryptography;
using Orleans;
using PetitionMesh.Gateway.Auth;
using PetitionMesh.Gateway.Cases.Acts;
using PetitionMesh.Gateway.Commands;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Gateway.OpenApi;
using PetitionMesh.Gateway.Settings;
using PetitionMesh.Grains;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Cases.Acts;
using PetitionMesh.Grains.Cases.Papers;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Privacy;
using PetitionMesh.Journal.Papers;

namespace PetitionMesh.Gateway.Cases.Papers;

/// <summary><c>/api/cases/{caseId}/papers</c>: the content is sealed and kept first, then the paper is filed on its case.</summary>
internal static class PaperEndpoints
{
    public static void MapPapers(this IEndpointRouteBuilder routes)
    {
        var papers = routes.MapGroup("/api/cases/{caseId}/papers").WithTags("材料");
        papers.MapPost("", UploadAsync).RequireAuthorization(Policies.FilePapers).Produces<PaperView>(StatusCodes.Status201Created)
            .WithSummary("上传材料：?kind= 材料种类，内容为文件本身")
            .Asks(Ask.OneOf<PaperKind>("kind", "材料种类。") with { Required = true })
            .Takes("材料文件本身。", PaperTypes.All)
            .Tells(ToldHeader.Location);
        papers.MapGet("/{paperId}", OpenAsync).RequireAuthorization(Policies.ReadCases)
            .Produces(StatusCodes.Status200OK, null, PaperTypes.All[0], [.. PaperTypes.All[1..]])
            .WithSummary("打开材料（查阅留痕）");
    }

    private static async Task<IResult> UploadAsync(
        HttpContext context, string caseId, string? kind, CommandIds ids, CaseActs acts, CaseDoor door, IGrainFactory grains, Vault vault,
        IPaperStore store, LimitsOptions limits, TimeProvider time)
    {
        var actor = context.Actor();
        var limit = limits.PaperMegabytes << 20;
        if (context.Request.ContentLength > limit)
            return Problems.TooLarge(limit);
        if (KindOf(kind) is not { } paperKind)
            return Problems.Malformed("kind", $"请填写材料种类，可用：{string.Join('、', Enum.GetValues<PaperKind>().Select(EnumWords.Of))}。");
        if (PaperTypes.Named(context.Request.ContentType) is not { } type)
            return Problems.WrongContentType(PaperTypes.Names);
        if (await RawBody.ReadAsync(context.Request, limit) is not { } content)
            return Problems.TooLarge(limit);
        if (!PaperTypes.Fits(type, content))
            return Problems.Invalid("content", $"文件内容与所称类型不符，请上传 {PaperTypes.Names} 文件。", "J9");
        if (ids.Read(context.Request, actor, content) is not { } id)
            return CommandIds.UnusableKey;
        if (await door.KnockAsync(actor, caseId, context.RequestAborted) is not { } standing)
            return CaseActs.Unknown;
        var grain = grains.GetGrain<ICaseGrain>(standing.Case.Value);
        var paper = new PaperId(id.Derive("paper"));
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        return await acts.DoOnceAsync(
            id,
            SealAndFileAsync,
            _ => new Answer<PaperView>(
                new PaperView(paper, paperKind, PaperNames.Of(paperKind), type, content.Length, hash), WireJson.Answers.PaperView, StatusCodes.Status201Created,
                location: $"/api/cases/{standing.Case}/papers/{paper}"),
            context.RequestAborted);

        // Sealed anew at every attempt: the key may be erased between the sealing and the filing.
        async Task<ActOutcome> SealAndFileAsync()
        {
            var now = time.GetUtcNow();
            if (await grain.KeyAsync(actor, now) is not { } keyId || await vault.FindAsync(keyId, context.RequestAborted) is not { } key)
                return ActOutcome.Beaten(standing.Case);
            using (var pen = key.Begin(paper.Value))
                await store.PutAsync(paper.ContentUnder(keyId), pen.SealBytes(Sealing.PaperField, content), context.RequestAborted);
            return await grain.FileAsync(new PaperFiling(id, actor, now, paper, paperKind, type, content.Length, hash, keyId));
        }
    }

    private static async Task<IResult> OpenAsync(
        HttpContext context, string caseId, string paperId, CaseDoor door, IJournal journal, Vault vault, IPaperStore store)
    {
        if (!Guid.TryParseExact(paperId, "D", out var guid)
            || await door.OpenAsync(context.Actor(), caseId, "paper", guid.ToString("D"), context.RequestAborted) is not { } standing
            || await FindAsync(journal, standing.Case, new PaperId(guid), context.RequestAborted) is not { } filed)
            return Problems.NotFound("没有这份材料，或本院未参与该事项的办理。");
        if (filed.Key is not { } keyId || await vault.FindAsync(keyId, context.RequestAborted) is not { } key)
            return Problems.NotFound("该材料的个人信息已依法删除。");
        var box = await store.FindAsync(filed.Paper.ContentUnder(keyId), context.RequestAborted)
            ?? await store.FindAsync(guid, context.RequestAborted) // Where earlier releases kept it.
            ?? throw new InvalidOperationException($"The content of paper {guid} is gone.");
        var content = key.OpenBytes(filed.Paper.Value, Sealing.PaperField, box);
        if (Convert.ToHexStringLower(SHA256.HashData(content)) != filed.Hash)
            throw new InvalidOperationException($"The content of paper {guid} is not what was filed.");
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return Results.File(content, filed.MediaType, $"{PaperNames.Of(filed.Kind)}.{PaperTypes.ExtensionOf(filed.MediaType)}");
    }

    private static async Task<CaseEvent.PaperFiled?> FindAsync(IJournal journal, CaseId id, PaperId paper, CancellationToken cancellationToken) =>
        (await journal.ReadAsync(StreamId.Of(id), 0, cancellationToken))
            .Where(e => e.Kind == "case.paper-filed.v1")
            .Select(e => Codecs.Case.Decode(e.Kind, e.Payload.AsSpan()))
            .OfType<CaseEvent.PaperFiled>()
            .FirstOrDefault(p => p.Paper == paper);

    private static PaperKind? KindOf(string? word)
    {
        foreach (var kind in Enum.GetValues<PaperKind>())
        {
            if (EnumWords.Of(kind) == word)
                return kind;
        }
        return null;
    }
}
