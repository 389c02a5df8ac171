using System.Text.Json;

namespace PetitionMesh.Gateway.Manner;

/// <summary>Says in Chinese, and naming the field, what a strict reader did not accept.</summary>
internal static class JsonFault
{
    private const int LongestFieldName = 100;

    public static Problem Explain(JsonException fault)
    {
        var field = FieldOf(fault.Path);
        if (field.Length == 0)
            field = NamedTwice(fault.Message);
        if (field.Length == 0)
            return Problems.Malformed(fault.LineNumber is { } line
                ? $"请求内容不是完整有效的 JSON（第 {line + 1} 行附近），或层级过深，请检查后重新提交。"
                : "请求内容不是有效的 JSON 对象，请检查后重新提交。");
        return Problems.Malformed(field, MessageOf(fault));
    }

    /// <summary><c>$.representatives[0].idType</c> → <c>representatives[0].idType</c>; cut short, since a caller may send any name.</summary>
    private static string FieldOf(string? path)
    {
        if (path is null || path.Length < 2)
            return "";
        var field = path.StartsWith("$.", StringComparison.Ordinal) ? path[2..] : path[1..];
        return Cut(field);
    }

    /// <summary>A document read as a whole says which property it met twice in its sentence only: <c>Duplicate property 'x' …</c>.</summary>
    private static string NamedTwice(string sentence) =>
        sentence.StartsWith("Duplicate property '", StringComparison.Ordinal) && sentence.Split('\'') is [_, var name, ..] ? Cut(name) : "";

    private static string Cut(string field) => field.Length <= LongestFieldName ? field : field[..LongestFieldName];

    private static string MessageOf(JsonException fault) => fault.Message switch
    {
        var m when m.Contains("could not be mapped", StringComparison.Ordinal) => "没有这个字段，请删除或更正字段名。",
        var m when m.Contains("uplicate", StringComparison.Ordinal) => "字段重复出现，请只保留一个。",
        var m when m.Contains("maximum configured depth", StringComparison.Ordinal) => "内容层级过深，请减少嵌套。",
        _ when fault is WireException wire => wire.Sentence,
        _ when fault.InnerException is WireException wire => wire.Sentence,
        _ => "值的类型或格式有误，请按接口说明填写。",
    };
}
