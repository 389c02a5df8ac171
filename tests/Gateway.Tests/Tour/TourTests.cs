using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using PetitionMesh.Gateway.Tests.Running;
using PetitionMesh.Tests;

namespace PetitionMesh.Gateway.Tests.Tour;

/// <summary>What a newcomer is shown first works as it is printed.</summary>
public sealed partial class TourTests
{
    [Fact]
    public async Task Every_request_of_the_tour_to_click_is_answered_as_its_title_says()
    {
        // The tour assigns a case on 20 November and then asks what is overdue.
        var time = new SettableTime();
        time.Advance(TimeSpan.FromDays(6));
        await using var gateway = await RunningGateway.StartAsync(customise: builder => builder.Services.AddSingleton<TimeProvider>(time));
        var answers = new Dictionary<string, JsonElement>();
        var titles = new List<string>();
        foreach (var request in RequestFile.Read(Repository.Read("tour.http")))
        {
            var filled = request.With(name => name == "host" ? "" : Quoted(answers, name));
            using var answer = await SendAsync(gateway.Http, filled.Method, filled.Address, filled.Headers, filled.Body);
            var refused = request.Title.Contains("填错", StringComparison.Ordinal);
            Assert.True(answer.IsSuccessStatusCode != refused, $"{request.Title} {filled.Address}: {await answer.Content.ReadAsStringAsync()}");
            if (request.Name is { } name)
                answers[name] = await answer.JsonAsync((int)answer.StatusCode);
            if (request.Title.Contains("逾期", StringComparison.Ordinal))
                Assert.NotEqual(0, (await answer.JsonAsync(200)).GetProperty("items").GetArrayLength());
            titles.Add(request.Title);
        }
        Assert.InRange(titles.Count, 14, int.MaxValue);
    }

    [Fact]
    public async Task Every_request_of_the_readme_is_answered_as_printed()
    {
        await using var gateway = await RunningGateway.StartAsync();
        var blocks = Blocks("README.md");
        var tokens = new Dictionary<string, string>();
        foreach (var match in blocks.SelectMany(b => Token().Matches(b).Cast<Match>()))
        {
            using var issued = await SendAsync(gateway.Http, "POST", "/dev/token", Json, match.Groups["claims"].Value);
            tokens[match.Groups["name"].Value] = (await issued.JsonAsync(200)).GetProperty("token").GetString()!;
        }
        var (queryCode, asked) = ("", 0);
        foreach (var block in blocks)
        {
            if (Post().Match(block) is { Success: true } post)
            {
                Dictionary<string, string> headers = new(Json) { ["Authorization"] = $"Bearer {tokens[post.Groups["token"].Value]}" };
                if (post.Groups["key"].Length > 0)
                    headers["Idempotency-Key"] = post.Groups["key"].Value;
                using var answer = await SendAsync(gateway.Http, "POST", post.Groups["path"].Value, headers, post.Groups["body"].Value);
                var text = await answer.Content.ReadAsStringAsync();
                if (QueryCode().Match(text) is { Success: true } code)
                    queryCode = code.Groups[1].Value;
                CheckPrinted(block, text);
            }
            else if (Get().Match(block) is { Success: true } get)
            {
                var path = get.Groups["path"].Value.Replace("$Y", CityTime.Today[..4], StringComparison.Ordinal);
                path = path.StartsWith("/public/", StringComparison.Ordinal) ? $"/public/cases/{queryCode}" : path;
                var headers = get.Groups["token"].Length > 0 ? new Dictionary<string, string> { ["Authorization"] = $"Bearer {tokens[get.Groups["token"].Value]}" } : [];
                using var answer = await SendAsync(gateway.Http, "GET", path, headers, null);
                CheckPrinted(block, await answer.Content.ReadAsStringAsync());
            }
            else
            {
                continue;
            }
            asked++;
        }
        Assert.Equal(5, asked);
    }

    [Fact]
    public void Both_readmes_give_the_same_commands() =>
        Assert.Equal(Blocks("README.md").Skip(1), Blocks("README.zh-CN.md").Skip(1));

    private static Dictionary<string, string> Json { get; } = new() { ["Content-Type"] = "application/json" };

    /// <summary>Every member that is printed is in the answer, with its value unless that is another each time.</summary>
    private static void CheckPrinted(string block, string answer)
    {
        var printed = Member().Matches(block.Split("\n\n", 2)[1]);
        Assert.NotEmpty(printed);
        Assert.All(printed, m => Assert.Contains(
            m.Groups["name"].Value is "queryCode" or "at" or "on" or "openedOn" or "lastReceptionOn" || m.Value.Contains('…', StringComparison.Ordinal)
                ? $"\"{m.Groups["name"].Value}\":" : m.Value,
            answer,
            StringComparison.Ordinal));
    }

    private static string Quoted(Dictionary<string, JsonElement> answers, string name)
    {
        var path = name.Split(".response.body.$.");
        return answers[path[0]].GetProperty(path[1]).GetString()!;
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string method, string address, IReadOnlyDictionary<string, string> headers, string? body)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (body is not null)
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        foreach (var (name, value) in headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
                request.Content!.Headers.TryAddWithoutValidation(name, value);
        }
        return await client.SendAsync(request);
    }

    private static string[] Blocks(string file) => [.. Block().Matches(Repository.Read(file)).Select(m => m.Groups[1].Value)];

    [GeneratedRegex(@"^```\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"^(?<name>\w+)=\$\(token '(?<claims>.*)'\)$", RegexOptions.Multiline)]
    private static partial Regex Token();

    [GeneratedRegex(@"^post \$(?<token>\w+) (?<path>\S+) '(?<body>[^']*)' ?(?<key>\S*)$", RegexOptions.Multiline)]
    private static partial Regex Post();

    [GeneratedRegex(@"^curl -s ""?\$B(?<path>[^\s""]+)""?(?: -H ""authorization: Bearer \$(?<token>\w+)"")?$", RegexOptions.Multiline)]
    private static partial Regex Get();

    [GeneratedRegex("\"(?<name>\\w+)\":(?:\"[^\"]*\"|true|false|null|\\d+)")]
    private static partial Regex Member();

    [GeneratedRegex("\"queryCode\":\"(\\w+)\"")]
    private static partial Regex QueryCode();
}
