using System.Net;
using System.Text.Json;

namespace PetitionMesh.Gateway.Tests.Running;

/// <summary>Asserts that an answer is a refusal in our manner: each text that a person reads is a whole sentence in Chinese.</summary>
internal static class ProblemAssert
{
    /// <param name="field">A field that <c>errors</c> must name, or null.</param>
    public static async Task<JsonElement> IsProblemAsync(this HttpResponseMessage answer, HttpStatusCode status, string? slug = null, string? field = null)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(status == answer.StatusCode, $"Expected {(int)status}, got {(int)answer.StatusCode}: {text}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        using var document = JsonDocument.Parse(text);
        var problem = document.RootElement.Clone();
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        Assert.StartsWith("/problems/", problem.GetProperty("type").GetString(), StringComparison.Ordinal);
        Assert.True(IsChinese(problem.GetProperty("title").GetString()!), text);
        Assert.True(IsSentence(problem.GetProperty("detail").GetString()!), text);
        Assert.NotEqual("", problem.GetProperty("traceId").GetString());
        if (slug is not null)
            Assert.Equal($"/problems/{slug}", problem.GetProperty("type").GetString());
        var noted = problem.TryGetProperty("errors", out var errors);
        if (noted)
            Assert.All(errors.EnumerateObject().SelectMany(e => e.Value.EnumerateArray()), m => Assert.True(IsSentence(m.GetString()!), text));
        if (field is not null)
            Assert.True(noted && errors.TryGetProperty(field, out _), $"No error at {field}: {text}");
        return problem;
    }

    private static bool IsSentence(string text) => IsChinese(text) && text[^1] is ('。' or '？' or '！');

    private static bool IsChinese(string text) => text.Any(c => c is >= '\u4E00' and <= '\u9FFF');
}
