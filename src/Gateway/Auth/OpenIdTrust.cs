using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace PetitionMesh.Gateway.Auth;

/// <summary>
/// Believes the configured OpenID Connect issuer. Only asymmetric algorithms: with HS256 the public key would be a shared secret
/// that everybody knows. Keys are fetched again at most every <see cref="AuthOptions.KeyRefreshSeconds"/> on an unknown key id.
/// </summary>
internal sealed class OpenIdTrust : ITokenTrust, IDisposable
{
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    /// <summary>Keys are fetched anew after this long even without a cause, so that a withdrawn key stops being believed.</summary>
    private static readonly TimeSpan KeysLive = TimeSpan.FromMinutes(10);

    private readonly AuthOptions _options;
    private readonly TimeProvider _time;
    private readonly HttpDocumentRetriever _documents;
    private readonly SemaphoreSlim _fetching = new(1, 1);
    private volatile Trusted? _trusted;

    public OpenIdTrust(IOptions<AuthOptions> options, TimeProvider time)
    {
        _options = options.Value;
        _time = time;
        _documents = new HttpDocumentRetriever { RequireHttps = _options.RequireHttps };
    }

    private sealed record Trusted(TokenValidationParameters Parameters, DateTimeOffset At);

    public async ValueTask<TokenValidationParameters> ParametersAsync(CancellationToken cancellationToken)
    {
        var trusted = _trusted;
        if (trusted is not null && _time.GetUtcNow() - trusted.At < KeysLive)
            return trusted.Parameters;
        return (await FetchAsync(trusted, cancellationToken)).Parameters;
    }

    public async ValueTask<bool> RefreshAsync(CancellationToken cancellationToken)
    {
        var trusted = _trusted;
        if (trusted is null || _time.GetUtcNow() - trusted.At < TimeSpan.FromSeconds(_options.KeyRefreshSeconds))
            return false;
        return !ReferenceEquals(await FetchAsync(trusted, cancellationToken), trusted);
    }

    /// <summary>One caller fetches, the others wait and use what it brought. An issuer that is away leaves the known keys standing.</summary>
    private async Task<Trusted> FetchAsync(Trusted? known, CancellationToken cancellationToken)
    {
        await _fetching.WaitAsync(cancellationToken);
        try
        {
            if (_trusted is { } newer && !ReferenceEquals(newer, known))
                return newer;
            var address = $"{_options.Authority!.TrimEnd('/')}/.well-known/openid-configuration";
            var issuer = await OpenIdConnectConfigurationRetriever.GetAsync(address, _documents, cancellationToken);
            return _trusted = new Trusted(ParametersOf(issuer), _time.GetUtcNow());
        }
        catch (IOException) when (known is not null && _time.GetUtcNow() - known.At < 6 * KeysLive)
        {
            return known;
        }
        catch (Exception away) when (away is IOException or InvalidOperationException or ArgumentException or System.Text.Json.JsonException)
        {
            throw new TrustUnavailableException(away);
        }
        finally
        {
            _fetching.Release();
        }
    }

    private TokenValidationParameters ParametersOf(OpenIdConnectConfiguration issuer) => new()
    {
        ValidIssuer = _options.Issuer ?? issuer.Issuer,
        ValidAudience = _options.Audience,
        ValidAlgorithms = Algorithms,
        IssuerSigningKeys = issuer.SigningKeys,
        TryAllIssuerSigningKeys = false,
    };

    public void Dispose() => _fetching.Dispose();
}
