using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PetitionMesh.Gateway.Tests.Running;

namespace PetitionMesh.Gateway.Tests.Auth;

public sealed class DevelopmentTokenTests
{
    [Fact]
    public async Task A_token_admits_its_role_only()
    {
        await using var gateway = await RunningGateway.StartAsync();
        Assert.Equal(HttpStatusCode.OK, (await (await gateway.AsAsync("ops")).GetAsync("/metrics")).StatusCode);
        await (await (await gateway.AsAsync("clerk")).GetAsync("/metrics")).IsProblemAsync(HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task No_token_and_a_garbled_one_are_refused_in_our_manner()
    {
        await using var gateway = await RunningGateway.StartAsync();
        var none = await gateway.Http.GetAsync("/metrics");
        await none.IsProblemAsync(HttpStatusCode.Unauthorized, "unauthenticated");
        Assert.Equal("Bearer", none.Headers.WwwAuthenticate.Single().Scheme);
        await (await GetAsync(gateway, "a.b.c")).IsProblemAsync(HttpStatusCode.Unauthorized, "unauthenticated");
        await (await GetAsync(gateway, "")).IsProblemAsync(HttpStatusCode.Unauthorized, "unauthenticated");
    }

    [Fact]
    public async Task A_name_that_reads_as_another_is_given_no_token()
    {
        await using var gateway = await RunningGateway.StartAsync();
        foreach (var field in new[] { "sub", "name" })
        {
            var body = new JsonObject { ["sub"] = "c", ["name"] = "c", ["court"] = "dg", ["role"] = "clerk" };
            body[field] = "a\u0000\u202eb";
            await (await gateway.Http.SendAsync("/dev/token", body)).IsProblemAsync(HttpStatusCode.UnprocessableEntity, field: field);
        }
    }

    [Fact]
    public async Task A_token_stays_valid_across_a_restart()
    {
        var directory = Directory.CreateTempSubdirectory("petition-mesh-test-");
        string token;
        await using (var before = await RunningGateway.StartAsync(directory: directory.FullName))
            token = await before.TokenAsync("ops");
        await using (var after = await RunningGateway.StartAsync(directory: directory.FullName))
            Assert.Equal(HttpStatusCode.OK, (await GetAsync(after, token)).StatusCode);
        directory.Delete(recursive: true);
    }

    [Fact]
    public async Task A_token_lives_twelve_hours()
    {
        var clock = new SettableTime();
        await using var gateway = await RunningGateway.StartAsync(customise: b => b.Services.AddSingleton<TimeProvider>(clock));
        var token = await gateway.TokenAsync("ops");
        clock.Advance(TimeSpan.FromHours(12));
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(gateway, token)).StatusCode);
        clock.Advance(TimeSpan.FromMinutes(2));
        await (await GetAsync(gateway, token)).IsProblemAsync(HttpStatusCode.Unauthorized, "unauthenticated");
    }

    private static async Task<HttpResponseMessage> GetAsync(RunningGateway gateway, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await gateway.Http.SendAsync(request);
    }
}
