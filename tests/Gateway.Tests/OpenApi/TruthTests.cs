using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using PetitionMesh.Gateway.Auth;
using PetitionMesh.Gateway.Documents;
using PetitionMesh.Gateway.Tests.Running;
using PetitionMesh.Grains;

namespace PetitionMesh.Gateway.Tests.OpenApi;

/// <summary>
/// The served document says what the running code does. Every operation is asked once, the code is watched while it reads the request, and
/// what it read and answered is held against the document, both ways: nothing left out, nothing made up.
/// </summary>
public sealed class TruthTests : IAsyncLifetime
{
    /// <summary>Headers that say something about a request; the others are the transport's, the token's or the choice of a form.</summary>
    private static readonly string[] Telling = ["Idempotency-Key", "If-Match", "If-None-Match", "Last-Event-ID"];

    /// <summary>Looked at, and of no effect: not for a reader of the document.</summary>
    private static readonly Dictionary<string, string[]> Idle = new()
    {
        // The filter of the ledger is read as a whole; an export has no pages.
        ["GET /api/cases/export"] = ["after", "limit"],
    };

    private readonly RequestReadings _readings = new();
    private RunningGateway _gateway = null!;
    private WorkedCase _case = null!;
    private JsonElement _document;

    public async Task InitializeAsync()
    {
        _gateway = await RunningGateway.StartAsync(customise: builder => builder.Services.AddSingleton<IStartupFilter>(_readings));
        _case = await WorkedCase.HappenAsync(_gateway);
        _document = await (await _gateway.Http.GetAsync("/openapi/v1.json")).JsonAsync(200);
    }

    public async Task DisposeAsync() => await _gateway.DisposeAsync();

    [Fact]
    public async Task What_an_endpoint_reads_and_answers_is_what_the_document_says()
    {
        var lies = new List<string>();
        foreach (var operation in Operation.Of(_document).Where(o => o.Reads))
        {
            using var answer = await GetAsync(operation, "");
            lies.AddRange(Compare(operation, "query fields", _readings.QueryOf(operation.Name).Except(Idle.GetValueOrDefault(operation.Name, [])), operation.Names("query")));
            // Whoever sends a file looks for conditions as well; without a tag they can mean nothing.
            var headers = _readings.HeadersOf(operation.Name).Intersect(Telling).Except(answer.Headers.ETag is null ? ["If-Match", "If-None-Match"] : []);
            lies.AddRange(Compare(operation, "headers", headers, operation.Names("header")));
            lies.AddRange(await CheckAsync(operation, answer));
        }
        Assert.True(lies.Count == 0, string.Join('\n', lies));
    }

    [Fact]
    public async Task Every_form_that_is_offered_is_given_and_no_other()
    {
        var lies = new List<string>();
        foreach (var operation in Operation.Of(_document).Where(o => o.Reads))
        {
            var given = new List<string>();
            var offered = operation.Forms().ToArray();
            foreach (var word in offered)
            {
                using var answer = await GetAsync(operation, word);
                given.Add(answer.Content.Headers.ContentType!.MediaType!);
            }
            foreach (var word in offered is [""] ? [] : Enum.GetValues<FileForm>().Select(FileForms.WordOf).Except(offered))
            {
                using var client = await ClientAsync(operation);
                using var answer = await client.GetAsync($"{_case.AddressOf(operation)}&format={word}");
                if (answer.IsSuccessStatusCode)
                    lies.Add($"{operation.Name}: is given as {word}, and the document does not offer it");
            }
            // A paper comes as what it was filed as.
            if (operation.Path.EndsWith("/papers/{paperId}", StringComparison.Ordinal))
                Assert.Subset(operation.MediaTypes("200").ToHashSet(), given.ToHashSet());
            else
                lies.AddRange(Compare(operation, "forms", given, operation.MediaTypes("200")));
        }
        Assert.True(lies.Count == 0, string.Join('\n', lies));
    }

    [Fact]
    public async Task A_change_reads_the_headers_and_query_fields_that_the_document_names()
    {
        var lies = new List<string>();
        foreach (var operation in Operation.Of(_document).Where(o => !o.Reads))
        {
            using var answer = await ChangeAsync(operation);
            var read = _readings.HeadersOf(operation.Name).Intersect(Telling).ToArray();
            var documented = operation.Names("header");
            // Keys are read when the body is in order, so an empty one does not always show that; who takes them follows from the signature.
            lies.AddRange(Compare(operation, "headers", read.Union(documented.Where(h => h == "Idempotency-Key")), documented));
            lies.AddRange(Compare(operation, "query fields", _readings.QueryOf(operation.Name), operation.Names("query")));
            Assert.True(answer.StatusCode != HttpStatusCode.Unauthorized && !(await TextAsync(answer)).Contains("您的角色", StringComparison.Ordinal), operation.Name);
        }
        Assert.True(lies.Count == 0, string.Join('\n', lies));
    }

    private async Task<HttpResponseMessage> GetAsync(Operation operation, string form)
    {
        using var client = await ClientAsync(operation);
        var address = _case.AddressOf(operation) + (form.Length == 0 ? "" : $"&format={form}");
        var answer = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead); // A live page never ends.
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{operation.Name} {address}: {answer.StatusCode} {await TextAsync(answer)}");
        return answer;
    }

    private async Task<HttpResponseMessage> ChangeAsync(Operation operation)
    {
        using var client = await ClientAsync(operation);
        using var request = new HttpRequestMessage(new HttpMethod(operation.Method), _case.AddressOf(operation));
        var type = operation.Json.TryGetProperty("requestBody", out var body) ? body.GetProperty("content").EnumerateObject().First().Name : null;
        if (type is not null)
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(type == "application/json" ? "{}" : "%PDF-")) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };
        return await client.SendAsync(request);
    }

    /// <summary>As someone whom the endpoint's own policy lets pass, at the city's office where that is enough.</summary>
    private async Task<HttpClient> ClientAsync(Operation operation)
    {
        var policies = Endpoints.Policies(_gateway, operation);
        if (policies.Length == 0)
            return new HttpClient { BaseAddress = _gateway.Http.BaseAddress };
        Role[] preferred = [Role.Supervisor, Role.Office, Role.Leader, Role.Clerk, Role.Judge, Role.LeadingGroup, Role.Reporter, Role.Ops];
        var role = preferred.First(r => policies.All(p => Policies.Allows(p, r)));
        return await _gateway.AsAsync(RoleWords.Word(role), role == Role.Supervisor ? "zy" : "dg");
    }

    /// <summary>Status, headers and, where it is JSON, every member of the answer.</summary>
    private async Task<List<string>> CheckAsync(Operation operation, HttpResponseMessage answer)
    {
        var lies = new List<string>();
        var status = ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture);
        var response = operation.Response(status);
        var told = response.TryGetProperty("headers", out var headers) ? headers.EnumerateObject().Select(h => h.Name) : [];
        lies.AddRange(Compare(operation, "told headers", answer.Headers.ETag is null ? [] : ["ETag"], told));
        if (answer.Content.Headers.ContentType?.MediaType == "application/json")
        {
            using var value = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
            var schema = response.GetProperty("content").GetProperty("application/json").GetProperty("schema");
            lies.AddRange(new SchemaCheck(_document).Check(value.RootElement, schema).Select(p => $"{operation.Name}: {p}"));
        }
        return lies;
    }

    private static IEnumerable<string> Compare(Operation operation, string what, IEnumerable<string> done, IEnumerable<string> said)
    {
        var (real, stated) = (done.Distinct().Order(StringComparer.Ordinal).ToArray(), said.Distinct().Order(StringComparer.Ordinal).ToArray());
        if (!real.SequenceEqual(stated))
            yield return $"{operation.Name}: {what} are [{string.Join(", ", real)}], the document says [{string.Join(", ", stated)}]";
    }

    private static async Task<string> TextAsync(HttpResponseMessage answer) =>
        answer.IsSuccessStatusCode ? "" : await answer.Content.ReadAsStringAsync();
}
