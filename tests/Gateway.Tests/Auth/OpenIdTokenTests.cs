using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;
using PetitionMesh.Gateway.Tests.Running;

namespace PetitionMesh.Gateway.Tests.Auth;

/// <summary>Outside Development only the configured issuer is believed.</summary>
public sealed class OpenIdTokenTests : IAsyncLifetime
{
    private readonly SettableTime _clock = new();
    private StubIssuer _issuer = null!;
    private RunningGateway _gateway = null!;

    public async Task InitializeAsync()
    {
        _issuer = await StubIssuer.StartAsync();
        _gateway = await RunningGateway.StartAsync("Production", customise: b => b.Services.AddSingleton<TimeProvider>(_clock), settings:
            [$"--Auth:Authority={_issuer.Address}", $"--Auth:Audience={StubIssuer.Audience}", "--Auth:RequireHttps=false"]);
    }

    public async Task DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await _issuer.DisposeAsync();
    }

    [Fact]
    public async Task A_token_of_the_issuer_is_believed() => await Admits(_issuer.Sign());

    [Fact]
    public async Task An_expired_token_is_refused() => await Refuses(_issuer.Sign(expiresIn: TimeSpan.FromMinutes(-2)));

    [Fact]
    public async Task A_believed_token_is_refused_once_it_expires()
    {
        var token = _issuer.Sign(expiresIn: TimeSpan.FromMinutes(3));
        await Admits(token);
        _clock.Advance(TimeSpan.FromMinutes(5));
        await Refuses(token);
    }

    [Fact]
    public async Task A_forged_signature_is_refused()
    {
        var forger = StubIssuer.NewKey();
        forger.KeyId = _issuer.Key.KeyId;
        await Refuses(_issuer.Sign(forger));
    }

    [Fact]
    public async Task A_changed_payload_is_refused()
    {
        var parts = _issuer.Sign(role: "clerk").Split('.');
        var payload = Encoding.UTF8.GetString(Base64UrlEncoder.DecodeBytes(parts[1])).Replace("clerk", "ops", StringComparison.Ordinal);
        await Refuses($"{parts[0]}.{Base64UrlEncoder.Encode(payload)}.{parts[2]}");
    }

    [Fact]
    public async Task Algorithm_none_is_refused()
    {
        var payload = _issuer.Sign().Split('.')[1];
        await Refuses($"{Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""")}.{payload}.");
    }

    [Fact]
    public async Task The_public_key_is_no_shared_secret()
    {
        var publicKey = _issuer.Key.Rsa.ExportSubjectPublicKeyInfo();
        await Refuses(_issuer.Sign(new SymmetricSecurityKey(publicKey) { KeyId = _issuer.Key.KeyId }, SecurityAlgorithms.HmacSha256));
        await Refuses(_issuer.Sign(new SymmetricSecurityKey(Encoding.ASCII.GetBytes(_issuer.Key.Rsa.ExportSubjectPublicKeyInfoPem())) { KeyId = _issuer.Key.KeyId }, SecurityAlgorithms.HmacSha256));
    }

    [Fact]
    public async Task Another_audience_is_refused() => await Refuses(_issuer.Sign(audience: "another-system"));

    [Fact]
    public async Task Another_issuer_is_refused() => await Refuses(_issuer.Sign(issuer: "http://elsewhere.example"));

    [Theory]
    [InlineData(null)]
    [InlineData("king")]
    [InlineData("Ops")]
    public async Task A_token_without_a_known_role_is_refused(string? role) => await Refuses(_issuer.Sign(role: role));

    [Fact]
    public async Task A_rolled_key_is_fetched_and_unknown_keys_do_not_flood_the_issuer()
    {
        await Admits(_issuer.Sign());
        var old = _issuer.Sign(expiresIn: TimeSpan.FromHours(1));
        _issuer.RollKeys();
        _clock.Advance(TimeSpan.FromSeconds(11));
        await Admits(_issuer.Sign());
        var fetches = _issuer.KeyFetches;
        var stranger = StubIssuer.NewKey();
        for (var i = 0; i < 20; i++)
            await Refuses(_issuer.Sign(stranger));
        Assert.Equal(fetches, _issuer.KeyFetches);
        await Refuses(old);
    }

    [Fact]
    public async Task Tokens_are_not_issued_here() =>
        await (await _gateway.Http.PostAsync("/dev/token", new StringContent("{}", Encoding.UTF8, "application/json"))).IsProblemAsync(HttpStatusCode.NotFound, "not-found");

    [Fact]
    public async Task A_start_without_an_issuer_says_what_is_missing()
    {
        var fault = await Assert.ThrowsAnyAsync<Exception>(() => RunningGateway.StartAsync("Production"));
        Assert.Contains("Auth:Authority", fault.Message, StringComparison.Ordinal);
    }

    private async Task Admits(string token) => Assert.Equal(HttpStatusCode.OK, (await GetAsync(token)).StatusCode);

    private async Task Refuses(string token) => await (await GetAsync(token)).IsProblemAsync(HttpStatusCode.Unauthorized, "unauthenticated");

    private async Task<HttpResponseMessage> GetAsync(string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await _gateway.Http.SendAsync(request);
    }

    [Fact]
    public async Task While_the_issuer_is_away_the_answer_is_to_come_again()
    {
        await using var gateway = await RunningGateway.StartAsync("Production", settings:
            ["--Auth:Authority=http://127.0.0.1:1", $"--Auth:Audience={StubIssuer.Audience}", "--Auth:RequireHttps=false"]);
        using var client = new HttpClient { BaseAddress = gateway.Http.BaseAddress };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", _issuer.Sign());
        using var answer = await client.GetAsync("/api/cases");
        await answer.IsProblemAsync(HttpStatusCode.ServiceUnavailable, "busy");
        Assert.NotNull(answer.Headers.RetryAfter);
    }
}
