using System.Net;
using System.Net.Http.Headers;
using System.Text;
using PetitionMesh.Gateway.Tests.Running;

namespace PetitionMesh.Gateway.Tests.Manner;

/// <summary>Whatever is sent, the answer is a Chinese problem document with the right status, also in Development.</summary>
public sealed class MalformedBodyTests(Started started) : IClassFixture<Started>
{
    private const string Good = """{"sub":"u1","name":"甲","court":"dg","role":"clerk"}""";

    [Fact]
    public async Task A_good_body_is_understood() =>
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(Good)).StatusCode);

    [Theory]
    [InlineData("""{"sub":"u1","court":"dg","role":"clerk","salary":1}""", "salary")]
    [InlineData("""{"sub":"u1","sub":"u2","court":"dg","role":"clerk"}""", "sub")]
    [InlineData("""{"sub":1,"court":"dg","role":"clerk"}""", "sub")]
    [InlineData("""{"sub":"u1","court":["dg"],"role":"clerk"}""", "court")]
    [InlineData("""{"sub":"u1","court":"dg","role":"king"}""", "role")]
    [InlineData("""{"Sub":"u1","court":"dg","role":"clerk"}""", "Sub")]
    [InlineData("""{"sub":"u1","court":"dg"}""", "role")]
    [InlineData("""{"sub":"\ud800","court":"dg","role":"clerk"}""", "sub")]
    public async Task A_field_that_is_wrong_is_named(string body, string field) =>
        await (await PostAsync(body)).IsProblemAsync(HttpStatusCode.BadRequest, "malformed", field);

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{\"sub\":")]
    [InlineData("{\"sub\":\"u1\",}")]
    [InlineData("{} {}")]
    [InlineData("// no\n{}")]
    public async Task What_is_no_object_is_malformed(string body) =>
        await (await PostAsync(body)).IsProblemAsync(HttpStatusCode.BadRequest, "malformed");

    [Fact]
    public async Task Missing_fields_are_all_named_at_once()
    {
        var problem = await (await PostAsync("{}")).IsProblemAsync(HttpStatusCode.BadRequest, "malformed", "sub");
        Assert.Equal(["sub", "court", "role"], problem.GetProperty("errors").EnumerateObject().Select(e => e.Name));
    }

    [Fact]
    public async Task Deep_nesting_is_malformed() =>
        await (await PostAsync($$"""{"sub":{{new string('[', 5000)}}{{new string(']', 5000)}}}""")).IsProblemAsync(HttpStatusCode.BadRequest, "malformed");

    [Fact]
    public async Task Broken_utf8_is_malformed() =>
        await (await PostAsync([.. "{\"sub\":\""u8, 0xC3, 0x28, .. "\",\"court\":\"dg\",\"role\":\"clerk\"}"u8])).IsProblemAsync(HttpStatusCode.BadRequest, "malformed");

    [Theory]
    [InlineData(65_537, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(2_000_000, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(65_536, HttpStatusCode.BadRequest)]
    public async Task A_body_above_64_KiB_is_too_large(int size, HttpStatusCode status) =>
        await (await PostAsync(new string(' ', size))).IsProblemAsync(status);

    [Fact]
    public async Task A_chunked_body_above_the_bound_is_too_large()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/dev/token")
        {
            Content = new StreamContent(new MemoryStream(new byte[2_000_000])) { Headers = { ContentType = new("application/json") } },
        };
        request.Headers.TransferEncodingChunked = true;
        await (await started.Gateway.Http.SendAsync(request)).IsProblemAsync(HttpStatusCode.RequestEntityTooLarge, "too-large");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("application/json; charset=gb18030")]
    [InlineData(null)]
    public async Task Another_content_type_is_not_supported(string? type)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Good));
        content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);
        await (await started.Gateway.Http.PostAsync("/dev/token", content)).IsProblemAsync(HttpStatusCode.UnsupportedMediaType, "unsupported-media-type");
    }

    [Fact]
    public async Task An_unknown_address_is_not_found() =>
        await (await started.Gateway.Http.GetAsync("/nowhere")).IsProblemAsync(HttpStatusCode.NotFound, "not-found");

    [Fact]
    public async Task Another_method_is_not_allowed()
    {
        var answer = await started.Gateway.Http.DeleteAsync("/dev/token");
        await answer.IsProblemAsync(HttpStatusCode.MethodNotAllowed, "method-not-allowed");
        Assert.Contains("POST", answer.Content.Headers.Allow);
    }

    private Task<HttpResponseMessage> PostAsync(string body) => PostAsync(Encoding.UTF8.GetBytes(body));

    private Task<HttpResponseMessage> PostAsync(byte[] body) => started.Gateway.Http.PostAsync("/dev/token",
        new ByteArrayContent(body) { Headers = { ContentType = new("application/json") { CharSet = "utf-8" } } });
}
