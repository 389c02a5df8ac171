using Orleans;
using PetitionMesh.Gateway.Auth;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Gateway.OpenApi;
using PetitionMesh.Grains.City;
using PetitionMesh.Journal.Ledger;
using PetitionMesh.Silo.City;

namespace PetitionMesh.Gateway.City;

/// <summary><c>/api/city</c>: courts and leaders in force (W1).</summary>
internal static class CityEndpoints
{
    private const int Limit = 1 << 20;

    public static void MapCity(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/city", Show).RequireAuthorization(Policies.ReadCity).Produces<CityDocument>().WithSummary("法院和领导名单").WithTags("城市")
            .Tells(ToldHeader.ETag);
        routes.MapPut("/api/city", LoadAsync)
            .RequireAuthorization(Policies.LoadCity)
            .Accepts<CityDocument>("application/json")
            .Produces<CityDocument>()
            .WithSummary("更新法院和领导名单；未列出的领导转为离任，不影响任何信访事项")
            .WithTags("城市")
            .Asks(Ask.IfMatch)
            .Tells(ToldHeader.ETag);
    }

    private static Answer<CityDocument> Show(ICityDirectory city) => AnswerOf(city.Current);

    private static async Task<IResult> LoadAsync(HttpContext context, IGrainFactory grains, CityDirectory directory, ILedger ledger, TimeProvider time)
    {
        if (!VersionTag.TryReadIfMatch(context.Request, out var expected))
            return Problems.Malformed("If-Match", "应为读取时返回的 ETag。");
        var body = await JsonBody.ReadAsync(context, WireJson.Bodies.CityDocument, Limit);
        if (body.Problem is not null)
            return body.Problem;
        if (CityBody.Read(body.Value, body.Bytes, out var problem) is not { } document)
            return problem!;
        if (await AbandonedAsync(document, directory.Current, ledger, context.RequestAborted) is { } abandoned)
            return abandoned;
        var loaded = await grains.GetGrain<ICityGrain>(ICityGrain.Key).LoadAsync(document, context.Actor(), time.GetUtcNow(), expected);
        if (loaded.Refusal is { } refusal)
            return expected is not null && refusal.Code == "city-changed" ? Problems.VersionMoved : refusal.ToProblem();
        await directory.RefreshAsync(context.RequestAborted);
        return AnswerOf(directory.Current);
    }

    /// <summary>W3: a court that is left out would leave its cases where nobody of theirs could see them.</summary>
    private static async Task<Problem?> AbandonedAsync(CityDocument document, CitySnapshot city, ILedger ledger, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        foreach (var court in city.Document.Courts.Where(c => document.Courts.All(kept => kept.Id != c.Id)))
        {
            if ((await ledger.ListCasesAsync(new CaseFilter(Court: court.Id, Limit: 1), cancellationToken)).Items.Length > 0)
                errors.Invalid("courts", $"缺少{court.Name}（{court.Id}）：该院已有信访事项，请保留该院。", "W3");
        }
        return errors.ToProblem();
    }

    private static Answer<CityDocument> AnswerOf(CitySnapshot city) =>
        new(city.Document, WireJson.Answers.CityDocument, tag: VersionTag.Of(city.Version));
}
