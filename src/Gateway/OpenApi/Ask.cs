using Microsoft.OpenApi;
using PetitionMesh.Gateway.Commands;
using PetitionMesh.Gateway.Documents;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Gateway.Rosters;
using PetitionMesh.Grains;

namespace PetitionMesh.Gateway.OpenApi;

/// <summary>The fields that requests have in common, and how the rest are written down.</summary>
internal static class Ask
{
    public static AskedField Limit { get; } = new("limit", $"每页条数，默认 {Paging.Usual}；大于 {Paging.Largest} 的按 {Paging.Largest} 计。")
    {
        Type = JsonSchemaType.Integer,
        Least = 1,
        Usual = Paging.Usual,
    };

    public static AskedField After { get; } = new("after", "上一页返回的 next；取第一页时不填。");

    public static AskedField Court { get; } = new("court", "法院编号，例如 dg。");

    public static AskedField From { get; } = Day("from", "起始日期（含），城市日期，例如 2026-11-01。");

    public static AskedField To { get; } = Day("to", "截止日期（含），城市日期，例如 2026-11-30。");

    /// <summary>Days of rosters: from today, unless said otherwise.</summary>
    /// <param name="days">How many where nothing is said.</param>
    public static AskedField[] Span(int days = 7) =>
    [
        From with { Description = "起始日期（含），城市日期，默认今日。" },
        To with { Description = $"截止日期（含），默认自起始日期起共 {days} 天；一次最多 {RosterReading.LongestSpan} 天。" },
    ];

    /// <summary>The period of a product: both days or neither.</summary>
    public static AskedField[] Period =>
    [
        From with { Description = "起始日期（含），城市日期；与 to 同时填写，都不填的按该产品的惯常期间。" },
        To with { Description = "截止日期（含），城市日期；与 from 同时填写。" },
    ];

    public static AskedField Key { get; } = new(
        "Idempotency-Key",
        $"幂等键，1 至 {CommandIds.MaxKeyLength} 个可见的 ASCII 字符。同一调用人以同一键重发同样的内容，得到首次的答复，重启后也一样；同一键用于其他内容的，答复 422。不填的，重发不安全。")
    {
        In = ParameterLocation.Header,
        LongestText = CommandIds.MaxKeyLength,
    };

    public static AskedField IfMatch { get; } = Header("If-Match", "读取时返回的 ETag；内容此后已被他人更新的，答复 412。不填或填 * 的不作比对。");

    public static AskedField IfNoneMatch { get; } = Header("If-None-Match", "上次返回的 ETag；内容未变的，答复 304。");

    public static AskedField LastEventId { get; } = Header("Last-Event-ID", "最后收到的消息编号（日志位置），从其后续传；不填的从现在起。");

    /// <summary>For a page that has just loaded its state and has received no event yet.</summary>
    public static AskedField AfterPosition { get; } = new("after", "日志位置，从其后开始；有 Last-Event-ID 请求头时不看本项。");

    public static AskedField Day(string name, string description) => new(name, description) { Format = "date" };

    /// <summary>False unless said.</summary>
    public static AskedField Flag(string name, string description) => new(name, description) { Type = JsonSchemaType.Boolean, Usual = false };

    public static AskedField Header(string name, string description) => new(name, description) { In = ParameterLocation.Header };

    public static AskedField OneOf(string name, string description, params string[] words) => new(name, description) { Choices = [.. words] };

    public static AskedField OneOf<TEnum>(string name, string description)
        where TEnum : struct, Enum =>
        OneOf(name, description, [.. EnumWords.All(typeof(TEnum))]);

    public static AskedField SomeOf(string name, string description, params string[] words) => OneOf(name, description, words) with { Several = true };

    /// <param name="offered">The usual one first.</param>
    public static AskedField Form(IReadOnlyList<FileForm> offered) =>
        OneOf("format", "答复的形式；不填的看 Accept 请求头。", [.. offered.Select(FileForms.WordOf)]) with { Usual = FileForms.WordOf(offered[0]) };
}
