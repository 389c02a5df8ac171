using System.Globalization;
using System.Text.Json;

namespace PetitionMesh.Tests;

/// <summary>A page that listens to a leader's stream, as a browser's EventSource would.</summary>
internal sealed class LiveDesk : IDisposable
{
    private readonly HttpClient _client;
    private readonly HttpResponseMessage _answer;
    private readonly StreamReader _reader;

    private LiveDesk(HttpClient client, HttpResponseMessage answer, Stream stream) =>
        (_client, _answer, _reader) = (client, answer, new StreamReader(stream));

    /// <summary>What the page would send as <c>Last-Event-ID</c>.</summary>
    public long LastId { get; private set; }

    public int? Retry { get; private set; }

    public static Task<LiveDesk> OpenAsync(HttpClient client, string leader, long? lastId = null) =>
        ListenAsync(client, $"/api/leaders/{leader}/events", lastId);

    public static async Task<LiveDesk> ListenAsync(HttpClient client, string address, long? lastId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (lastId is { } seen)
            request.Headers.Add("Last-Event-ID", seen.ToString(CultureInfo.InvariantCulture));
        var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        answer.EnsureSuccessStatusCode();
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        var desk = new LiveDesk(client, answer, await answer.Content.ReadAsStreamAsync());
        while (desk.LastId == 0 && desk.Retry is null)
            await desk.ReadBlockAsync(CancellationToken.None);
        return desk;
    }

    /// <summary>The next message; gives up after ten seconds.</summary>
    public async Task<(string Event, JsonElement Data)> NextAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (true)
        {
            if (await ReadBlockAsync(limit.Token) is { } message)
                return message;
        }
    }

    public void Dispose()
    {
        _reader.Dispose();
        _answer.Dispose();
        _client.Dispose();
    }

    private async Task<(string Event, JsonElement Data)?> ReadBlockAsync(CancellationToken limit)
    {
        var (name, data, id) = ("message", "", LastId);
        while (await _reader.ReadLineAsync(limit) is { } line)
        {
            if (line.Length == 0)
            {
                // As in a browser: an id counts only once its block is whole.
                LastId = id;
                return data.Length == 0 ? null : (name, JsonDocument.Parse(data).RootElement);
            }
            var (field, value) = (line[..line.IndexOf(':', StringComparison.Ordinal)], line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim());
            switch (field)
            {
                case "id":
                    id = long.Parse(value, CultureInfo.InvariantCulture);
                    break;
                case "retry":
                    Retry = int.Parse(value, CultureInfo.InvariantCulture);
                    break;
                case "event":
                    name = value;
                    break;
                case "data":
                    data += value;
                    break;
            }
        }
        throw new EndOfStreamException("The stream ended.");
    }
}
