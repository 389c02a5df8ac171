using System.Net.Mime;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using PetitionMesh.Gateway.Tests.Running;

namespace PetitionMesh.Gateway.Tests.Auth;

/// <summary>An OpenID Connect issuer on loopback, as far as a resource server sees one: discovery document and keys.</summary>
internal sealed class StubIssuer : IAsyncDisposable
{
    public const string Audience = "petition-mesh";
    private readonly WebApplication _app;
    private RsaSecurityKey _key = NewKey();

    private StubIssuer(WebApplication app) => _app = app;

    public string Address => _app.Urls.Single();

    public RsaSecurityKey Key => _key;

    public int KeyFetches { get; private set; }

    public static async Task<StubIssuer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var stub = new StubIssuer(builder.Build());
        stub._app.MapGet("/.well-known/openid-configuration", () => Results.Text(
            $$"""{"issuer":"{{stub.Address}}","jwks_uri":"{{stub.Address}}/keys"}""", MediaTypeNames.Application.Json));
        stub._app.MapGet("/keys", () => Results.Text(stub.Keys(), MediaTypeNames.Application.Json));
        await stub._app.StartAsync();
        return stub;
    }

    /// <summary>From now on only a new key signs and is published.</summary>
    public void RollKeys() => _key = NewKey();

    public string Sign(
        SecurityKey? key = null,
        string algorithm = SecurityAlgorithms.RsaSha256,
        string? issuer = null,
        string? audience = Audience,
        TimeSpan? expiresIn = null,
        string? role = "ops")
    {
        var expires = CityTime.Running.GetUtcNow().UtcDateTime + (expiresIn ?? TimeSpan.FromMinutes(10));
        var claims = new Dictionary<string, object> { ["sub"] = "u1", ["name"] = "甲", ["court"] = "zy" };
        if (role is not null)
            claims["role"] = role;
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer ?? Address,
            Audience = audience,
            NotBefore = expires - TimeSpan.FromHours(1),
            Expires = expires,
            Claims = claims,
            SigningCredentials = new SigningCredentials(key ?? _key, algorithm),
        });
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private string Keys()
    {
        KeyFetches++;
        var p = _key.Rsa.ExportParameters(includePrivateParameters: false);
        return JsonSerializer.Serialize(new
        {
            keys = new[] { new { kty = "RSA", use = "sig", alg = "RS256", kid = _key.KeyId, n = Base64UrlEncoder.Encode(p.Modulus), e = Base64UrlEncoder.Encode(p.Exponent) } },
        });
    }

    public static RsaSecurityKey NewKey() => new(RSA.Create(2048)) { KeyId = Guid.NewGuid().ToString("N") };
}
