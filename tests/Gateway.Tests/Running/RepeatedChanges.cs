using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;

namespace PetitionMesh.Gateway.Tests.Running;

/// <summary>
/// Gives every POST of a test a key and remembers some that succeeded; when the test's gateway ends, and much has happened since, they are sent
/// again and must be answered as at first, byte for byte, and change nothing.
/// </summary>
/// <remarks>So every test that changes something also tests that its change may be repeated.</remarks>
internal sealed partial class RepeatedChanges
{
    /// <summary>Of each kind of change.</summary>
    private const int Most = 3;

    /// <summary>Questions, and what is kept by nobody.</summary>
    private static readonly string[] s_questions = ["/api/ownership/lookup", "/api/cases/search", "/dev/token", "/dashboard/session"];

    private readonly List<Change> _changes = [];
    private readonly Dictionary<string, int> _kinds = [];

    /// <param name="token">A token of whoever asks, who may need a new one by then; null where a request says it itself, or is the public's.</param>
    public HttpMessageHandler Watch(Func<Task<string>>? token) => new Watching(this, token);

    /// <summary>Sends all again.</summary>
    /// <returns>What was answered otherwise.</returns>
    public async Task<IReadOnlyList<string>> RepeatAsync(Uri address)
    {
        using var client = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };
        var otherwise = new List<string>();
        foreach (var change in _changes)
        {
            using var request = await change.RequestAsync();
            using var answer = await client.SendAsync(request);
            var told = await ToldAsync(answer);
            if (told != change.Told)
                otherwise.Add($"POST {change.Address}\n  first: {change.Told}\n  again: {told}");
        }
        return otherwise;
    }

    private static async Task<string> ToldAsync(HttpResponseMessage answer) =>
        $"{(int)answer.StatusCode} {answer.Headers.Location} {Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync())}";

    private bool IsWanted(Uri address)
    {
        var kind = Name().Replace(address.AbsolutePath, "/-");
        lock (_changes)
        {
            var known = _kinds.GetValueOrDefault(kind);
            _kinds[kind] = known + 1;
            return known < Most;
        }
    }

    [GeneratedRegex("/[^/]*[0-9][^/]*")]
    private static partial Regex Name();

    private sealed record Change(Uri Address, byte[]? Body, string? Type, Func<Task<string>> Token, string Key, string Told)
    {
        public async Task<HttpRequestMessage> RequestAsync()
        {
            var request = new HttpRequestMessage(HttpMethod.Post, Address);
            if (Body is not null)
            {
                request.Content = new ByteArrayContent(Body);
                if (Type is not null)
                    request.Content.Headers.TryAddWithoutValidation("Content-Type", Type);
            }
            if (await Token() is { Length: > 0 } known)
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", known);
            request.Headers.Add("Idempotency-Key", Key);
            return request;
        }
    }

    private sealed class Watching(RepeatedChanges changes, Func<Task<string>>? token) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Method != HttpMethod.Post || s_questions.Contains(request.RequestUri!.AbsolutePath) || !changes.IsWanted(request.RequestUri))
                return await base.SendAsync(request, cancellationToken);
            if (!request.Headers.TryGetValues("Idempotency-Key", out var keys))
                request.Headers.Add("Idempotency-Key", (keys = [Guid.NewGuid().ToString("N")]).Single());
            var body = request.Content is null ? null : await request.Content.ReadAsByteArrayAsync(cancellationToken);
            var answer = await base.SendAsync(request, cancellationToken);
            if (!answer.IsSuccessStatusCode)
                return answer;
            await answer.Content.LoadIntoBufferAsync(cancellationToken);
            var sent = request.Headers.Authorization?.Parameter ?? "";
            var change = new Change(
                request.RequestUri, body, request.Content?.Headers.ContentType?.ToString(), token ?? (() => Task.FromResult(sent)), keys.Single(), await ToldAsync(answer));
            lock (changes._changes)
                changes._changes.Add(change);
            return answer;
        }
    }
}
