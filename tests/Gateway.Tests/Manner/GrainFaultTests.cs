using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Orleans.Runtime;
using PetitionMesh.Gateway.Manner;

namespace PetitionMesh.Gateway.Tests.Manner;

/// <summary>What a caller learns when the grain he needs does not answer.</summary>
public sealed class GrainFaultTests
{
    [Fact]
    public async Task A_silo_that_is_away_asks_for_the_same_request_again_and_says_that_the_outcome_is_unknown()
    {
        var (status, problem, retry) = await AnswerToAsync(new OrleansException("the silo is away"));
        Assert.Equal(StatusCodes.Status503ServiceUnavailable, status);
        Assert.Equal("unknown", problem.GetProperty("outcome").GetString());
        Assert.NotEmpty(retry);
    }

    [Fact]
    public async Task A_grain_with_too_many_callers_is_busy_and_has_done_nothing()
    {
        var (status, problem, retry) = await AnswerToAsync(new LimitExceededException("too many wait"));
        Assert.Equal(StatusCodes.Status503ServiceUnavailable, status);
        Assert.Equal("/problems/busy", problem.GetProperty("type").GetString());
        Assert.NotEmpty(retry);
    }

    private static async Task<(int Status, JsonElement Problem, string Retry)> AnswerToAsync(Exception fault)
    {
        var context = new DefaultHttpContext { Response = { Body = new MemoryStream() } };
        await new EveryError(_ => throw fault, NullLogger<EveryError>.Instance).InvokeAsync(context);
        context.Response.Body.Position = 0;
        using var json = await JsonDocument.ParseAsync(context.Response.Body);
        return (context.Response.StatusCode, json.RootElement.Clone(), context.Response.Headers.RetryAfter.ToString());
    }
}
