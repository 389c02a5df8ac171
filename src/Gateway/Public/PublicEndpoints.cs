using System.Collections.Immutable;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Privacy;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Gateway.Public;

/// <summary><c>GET /public/cases/{queryCode}</c>: what the holder of a receipt may see, without a token.</summary>
internal static partial class PublicEndpoints
{
    private const int CodeLength = 12;

    public static void MapPublic(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/public/cases/{queryCode}", ShowAsync)
            .AllowAnonymous()
            .Produces<PublicCaseView>()
            .WithSummary("信访人凭查询码查询办理进度")
            .WithTags("公众");

    private static async Task<IResult> ShowAsync(
        HttpContext context, string queryCode, ILedger ledger, ICityDirectory city, Keyring keyring, GuessLimit guesses, ILogger<GuessLimit> log)
    {
        var address = context.Connection.RemoteIpAddress;
        if (guesses.MustWait(address) is { } seconds)
        {
            Slowed(log, queryCode[..Math.Min(4, queryCode.Length)]);
            return Problems.TooMany(seconds);
        }
        var code = queryCode.ToUpperInvariant();
        var line = code.Length == CodeLength && code.All(char.IsAsciiLetterOrDigit)
            ? await ledger.FindCaseByQueryCodeAsync(keyring.QueryCodeHash(code), context.RequestAborted)
            : null;
        if (line is null)
        {
            guesses.Miss(address);
            return Problems.NotFound("没有这个查询码，请核对回执上的查询码。");
        }
        var owner = OwnerView.Of(line.Owner, city.Current);
        var view = new PublicCaseView(line.Status, owner is null ? null : new PublicOwnerView(owner.Name, owner.Post), Due(line));
        return new Answer<PublicCaseView>(view, WireJson.Answers.PublicCaseView);
    }

    /// <summary>G1, G2: first written answer within 7 days, substantive answer within 3 months of the registration.</summary>
    private static ImmutableArray<PublicDueView> Due(CaseLine line) =>
        line.Status is CaseStatus.Pending or CaseStatus.Open or CaseStatus.Reopened
            ? [new PublicDueView("首次书面答复", "G1", line.OpenedOn.AddDays(7)), new PublicDueView("实质性答复", "G2", line.OpenedOn.AddMonths(3))]
            : [];

    [LoggerMessage(1010, LogLevel.Information, "Too many guessed query codes from one address; one begins with {Prefix}.")]
    private static partial void Slowed(ILogger log, string prefix);
}
