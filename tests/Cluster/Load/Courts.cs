using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace PetitionMesh.Cluster.Load;

/// <summary>The courts' systems: one HTTP client with a token per court, and the supervisor's.</summary>
internal sealed class Courts : IDisposable
{
    /// <summary>Above what any call may take; a call that reaches it hangs.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Dictionary<string, string> _tokens = [];
    private string _supervisor = "";

    private Courts(Uri address) => Http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 512 }) { BaseAddress = address, Timeout = Patience };

    public HttpClient Http { get; }

    public IReadOnlyList<Court> All { get; private set; } = [];

    /// <summary>Takes tokens and learns who leads where. Tokens stay valid across restarts.</summary>
    public static async Task<Courts> AtAsync(Uri address)
    {
        var courts = new Courts(address);
        courts._supervisor = await courts.TokenAsync("S1", "zy", "supervisor");
        using var city = JsonDocument.Parse((await courts.AskAsync("/api/city")).Body);
        courts.All =
        [
            .. city.RootElement.GetProperty("leaders").EnumerateArray()
                .Where(l => l.GetProperty("active").GetBoolean())
                .Select(l => new Court(l.GetProperty("court").GetString()!, l.GetProperty("id").GetString()!))
                .DistinctBy(c => c.Id),
        ];
        foreach (var court in courts.All)
            courts._tokens[court.Id] = await courts.TokenAsync($"C-{court.Id}", court.Id, "clerk");
        return courts;
    }

    public Task<Answer> RegisterAsync(Registration registration)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/receptions") { Content = new ByteArrayContent(registration.Body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("Idempotency-Key", registration.Key);
        return SendAsync(request, _tokens[registration.Court]);
    }

    /// <summary>Asks as the supervisor.</summary>
    public Task<Answer> AskAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path), _supervisor);

    /// <summary>Posts as the supervisor.</summary>
    public Task<Answer> PostAsync(string path, byte[] body, string contentType, string? key = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return SendAsync(request, _supervisor);
    }

    public Task<Answer> LookUpAsync(string court, int person)
    {
        var body = Encoding.UTF8.GetBytes($$"""{"idType":"residentId","idNumber":"{{Invented.IdNumber(person)}}"}""");
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/ownership/lookup") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return SendAsync(request, _tokens[court]);
    }

    public void Dispose() => Http.Dispose();

    /// <summary>A client of somebody else's, for as long as he likes.</summary>
    public async Task<HttpClient> AsAsync(string subject, string court, string role)
    {
        var client = new HttpClient { BaseAddress = Http.BaseAddress, Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(subject, court, role));
        return client;
    }

    private async Task<string> TokenAsync(string subject, string court, string role)
    {
        using var answer = await Http.PostAsJsonAsync("/dev/token", new { sub = subject, name = subject, court, role });
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString()!;
    }

    private async Task<Answer> SendAsync(HttpRequestMessage request, string token)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var watch = Stopwatch.StartNew();
        try
        {
            using (request)
            {
                using var answer = await Http.SendAsync(request);
                var body = await answer.Content.ReadAsStringAsync();
                return new Answer(answer.StatusCode, body, watch.Elapsed, answer.Headers.RetryAfter is not null);
            }
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException or TaskCanceledException)
        {
            return new Answer(0, broken.Message, watch.Elapsed, HasRetryAfter: false);
        }
    }
}
