using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using PetitionMesh.Gateway.Tests.Running;

namespace PetitionMesh.Gateway.Tests.Upgrade;

/// <summary>Asks this release what was asked of an earlier one, and holds the answers against each other.</summary>
internal static class Asking
{
    public static async Task<JsonElement> AskAsync(this RunningGateway gateway, FrozenQuestion question)
    {
        using var request = new HttpRequestMessage(question.Body is null ? HttpMethod.Get : HttpMethod.Post, question.Path);
        if (question.Role is { } role)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await gateway.TokenAsync(role, question.Court!));
        if (question.Key is { } key)
            request.Headers.Add("Idempotency-Key", key);
        if (question.Body is { } body)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await gateway.Http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{question.Path}: {(int)answer.StatusCode} {text}");
        using var json = JsonDocument.Parse(text);
        return json.RootElement.Clone();
    }

    /// <summary>
    /// Whether an answer still says what it said: every field with its value, every element in its order. It may say more; the
    /// moment of which it speaks may have moved on.
    /// </summary>
    public static bool Includes(this JsonElement now, JsonElement then) => (now.ValueKind, then.ValueKind) switch
    {
        (JsonValueKind.Object, JsonValueKind.Object) => then.EnumerateObject().All(
            field => field.NameEquals("asOf") || (now.TryGetProperty(field.Name, out var value) && value.Includes(field.Value))),
        (JsonValueKind.Array, JsonValueKind.Array) => IncludesInOrder([.. now.EnumerateArray()], [.. then.EnumerateArray()]),
        (JsonValueKind.String, JsonValueKind.String) => now.GetString() == then.GetString(),
        _ => now.GetRawText() == then.GetRawText(),
    };

    private static bool IncludesInOrder(JsonElement[] now, JsonElement[] then)
    {
        var next = 0;
        return then.All(said =>
        {
            while (next < now.Length && !now[next].Includes(said))
                next++;
            return next++ < now.Length;
        });
    }
}
