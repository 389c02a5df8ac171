using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Grains;
using PetitionMesh.Grains.Cases;

namespace PetitionMesh.Gateway.Ownership;

/// <summary>
/// Writes a <see cref="LookupView"/> by hand: the look-up is what every window does first with every person, tens of thousands of times a
/// second. A test holds it to what the generated serializer writes.
/// </summary>
internal sealed class LookupAnswer(ImmutableArray<StandingView> cases) : IResult
{
    private static readonly JsonEncodedText[] Statuses = Words<CaseStatus>();
    private static readonly JsonEncodedText[] Origins = Words<OwnerOrigin>();

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = "application/json; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        return AnswerBytes.SendAsync(response, cases, static (json, it) => Write(json, it), httpContext.RequestAborted);
    }

    internal static void Write(Utf8JsonWriter json, ImmutableArray<StandingView> cases)
    {
        json.WriteStartObject();
        json.WriteStartArray("cases"u8);
        foreach (var standing in cases)
            Write(json, standing);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, StandingView standing)
    {
        json.WriteStartObject();
        json.WriteString("caseId"u8, standing.CaseId.Guid);
        json.WriteString("caseNumber"u8, standing.CaseNumber);
        json.WriteString("court"u8, standing.Court);
        json.WriteString("status"u8, Statuses[(int)standing.Status]);
        json.WriteNumber("receptions"u8, standing.Receptions);
        json.WritePropertyName("owner"u8);
        if (standing.Owner is { } owner)
            Write(json, owner);
        else
            json.WriteNullValue();
        Write(json, "openedOn"u8, standing.OpenedOn);
        Write(json, "lastReceptionOn"u8, standing.LastReceptionOn);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, OwnerView owner)
    {
        json.WriteStartObject();
        json.WriteString("leaderId"u8, owner.LeaderId);
        json.WriteString("name"u8, owner.Name);
        json.WriteString("post"u8, owner.Post);
        json.WriteString("court"u8, owner.Court);
        json.WriteString("origin"u8, Origins[(int)owner.Origin]);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, DateOnly? day)
    {
        Span<char> text = stackalloc char[10];
        if (day is { } known && known.TryFormat(text, out var written, "O", CultureInfo.InvariantCulture))
            json.WriteString(name, text[..written]);
        else
            json.WriteNull(name);
    }

    private static JsonEncodedText[] Words<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(v => JsonEncodedText.Encode(EnumWords.Of(v)))];
}
