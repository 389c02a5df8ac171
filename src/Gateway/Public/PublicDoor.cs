using PetitionMesh.Gateway.Manner;
using PetitionMesh.Grains.Privacy;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Gateway.Public;

/// <summary>Lets the holder of a receipt's code to the case it is for; whoever guesses is slowed down.</summary>
internal sealed partial class PublicDoor(ILedger ledger, Keyring keyring, GuessLimit guesses, ILogger<PublicDoor> log)
{
    private const int CodeLength = 12;

    public async Task<(CaseLine? Case, Problem? Problem)> OpenAsync(HttpContext context, string queryCode)
    {
        var address = context.Connection.RemoteIpAddress;
        if (guesses.MustWait(address) is { } seconds)
        {
            Slowed(log, queryCode[..Math.Min(4, queryCode.Length)]);
            return (null, Problems.TooMany(seconds));
        }
        var code = queryCode.ToUpperInvariant();
        var line = code.Length == CodeLength && code.All(char.IsAsciiLetterOrDigit)
            ? await ledger.FindCaseByQueryCodeAsync(keyring.QueryCodeHash(code), context.RequestAborted)
            : null;
        if (line is not null)
            return (line, null);
        guesses.Miss(address);
        return (null, Problems.NotFound("没有这个查询码，请核对回执上的查询码。"));
    }

    [LoggerMessage(1010, LogLevel.Information, "Too many guessed query codes from one address; one begins with {Prefix}.")]
    private static partial void Slowed(ILogger log, string prefix);
}
