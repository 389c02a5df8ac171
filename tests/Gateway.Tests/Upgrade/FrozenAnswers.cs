using System.Text.Json;

namespace PetitionMesh.Gateway.Tests.Upgrade;

/// <summary>A person of a frozen journal; made up like everyone in it.</summary>
internal sealed record FrozenPerson(string Number, string CaseId, string Court);

/// <summary>One request to the earlier release and what it answered.</summary>
/// <param name="Role">Of the caller; null for the public.</param>
/// <param name="Key">Idempotency key; null for a question that changes nothing.</param>
/// <param name="Body">Byte for byte as it was sent; null for GET.</param>
internal sealed record FrozenQuestion(string Path, string? Role, string? Court, string? Key, string? Body, JsonElement Answer);

/// <summary>Everything the earlier release said about its own journal: files, histories, look-ups, lists, rosters, counts, first answers.</summary>
internal sealed record FrozenAnswers(FrozenPerson[] People, FrozenQuestion[] Repeats, FrozenQuestion[] Gets, FrozenQuestion[] Posts)
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web);

    public IEnumerable<FrozenQuestion> Questions => [.. Gets, .. Posts, .. Repeats];

    public static FrozenAnswers Read(Stream json) => JsonSerializer.Deserialize<FrozenAnswers>(json, s_options)!;
}
