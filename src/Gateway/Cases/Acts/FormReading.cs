using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Grains.Cases.Acts;
using PetitionMesh.Grains.Cases.Clocks;
using PetitionMesh.Grains.Cases.Papers;
using PetitionMesh.Grains.Privacy;

namespace PetitionMesh.Gateway.Cases.Acts;

/// <summary>A filled-in form in normal form: facts readable, narratives apart, papers by id.</summary>
internal sealed record FilledForm(ImmutableArray<Fact> Facts, ImmutableArray<string> Said, Secret? Narrative, ImmutableArray<PaperId> Papers);

/// <summary>Reads the JSON of an act by its form: no unknown field, every value of its kind, all that is wrong told at once.</summary>
internal static class FormReading
{
    private const decimal LargestAmount = 100_000_000m;

    public static FilledForm? Read(JsonElement body, ActForm form, FieldErrors errors)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            errors.Malformed(form.Slug, "请提交 JSON 对象。");
            return null;
        }
        foreach (var property in body.EnumerateObject().Where(p => form.Field(p.Name) is null))
            errors.Malformed(property.Name, "没有此项，请核对名称。");
        var facts = ImmutableArray.CreateBuilder<Fact>();
        var said = new SortedDictionary<string, string>(StringComparer.Ordinal);
        ImmutableArray<PaperId> papers = [];
        foreach (var field in form.Fields)
        {
            if (!body.TryGetProperty(field.Name, out var value) || value.ValueKind == JsonValueKind.Null)
            {
                if (field.Required)
                    errors.Missing(field.Name);
            }
            else if (field.Kind == FieldKind.Papers)
            {
                papers = Papers(value, field, errors);
            }
            else if (field.Kind == FieldKind.Narrative)
            {
                if (Narrative(value, field, errors) is { } text)
                    said[field.Name] = text;
            }
            else if (Plain(value, field, errors) is { } fact)
            {
                facts.Add(new Fact(field.Name, fact));
            }
        }
        return errors.Any ? null : new FilledForm(
            facts.ToImmutable(),
            [.. said.Keys],
            said.Count == 0 ? null : new Secret(JsonSerializer.Serialize(said, WireJson.Answers.SortedDictionaryStringString)),
            papers);
    }

    private static string? Narrative(JsonElement value, ActField field, FieldErrors errors)
    {
        if (Text(value) is not { } text)
            errors.Malformed(field.Name, "请填写文字。");
        else if (string.IsNullOrWhiteSpace(text))
            errors.Missing(field.Name);
        else if (PlainText.IsLonger(text, ActField.LongestNarrative))
            errors.Invalid(field.Name, $"不得超过 {ActField.LongestNarrative} 个字符。");
        else
            return text;
        return null;
    }

    private static string? Plain(JsonElement value, ActField field, FieldErrors errors) => field.Kind switch
    {
        FieldKind.Number => Number(value, field, errors),
        FieldKind.Amount => Amount(value, field, errors),
        FieldKind.Flag => value.ValueKind is JsonValueKind.True or JsonValueKind.False ? (value.GetBoolean() ? "true" : "false") : Wrong(field, "请填写 true 或 false。", errors),
        FieldKind.Limits => Limits(value, field, errors),
        FieldKind.Judgments => Judgments(value, field, errors),
        _ => Word(value, field, errors),
    };

    private static string? Word(JsonElement value, ActField field, FieldErrors errors)
    {
        if (field.Kind == FieldKind.Choice && value.ValueKind == JsonValueKind.Number && field.Choices.Contains(value.GetRawText()))
            return value.GetRawText();
        if (Text(value)?.Trim() is not { } text)
            return Wrong(field, "请填写文字。", errors);
        if (text.Length == 0)
        {
            errors.Missing(field.Name);
            return null;
        }
        PlainText.CheckName(errors, field.Name, text, ActField.LongestPlain);
        switch (field.Kind)
        {
            case FieldKind.Day when !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _):
                return Wrong(field, "请填写日期，例如 2026-11-21。", errors);
            case FieldKind.Instant:
                return Instant(value, field, errors);
            case FieldKind.ActOf when !Guid.TryParseExact(text, "D", out _):
                return Wrong(field, "请填写登记编号。", errors);
            case FieldKind.Choice when !field.Choices.Contains(text):
                errors.Invalid(field.Name, $"可选：{string.Join('、', field.Choices)}。");
                return null;
            case FieldKind.Leader or FieldKind.Court or FieldKind.Clock when text.Length > 64:
                errors.Invalid(field.Name, "编号过长，请核对。");
                return null;
            default:
                return text;
        }
    }

    private static string? Instant(JsonElement value, ActField field, FieldErrors errors)
    {
        try
        {
            return value.Deserialize(WireJson.Bodies.DateTimeOffset).ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);
        }
        catch (JsonException)
        {
            return Wrong(field, "请填写带时区的 ISO-8601 时间，例如 2026-11-20T09:10:00+08:00。", errors);
        }
    }

    private static string? Number(JsonElement value, ActField field, FieldErrors errors) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= 1
            ? number.ToString(CultureInfo.InvariantCulture)
            : Wrong(field, "请填写不小于 1 的整数。", errors);

    private static string? Amount(JsonElement value, ActField field, FieldErrors errors) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var amount) && amount is > 0 and <= LargestAmount && decimal.Round(amount, 2) == amount
            ? amount.ToString("0.00", CultureInfo.InvariantCulture)
            : Wrong(field, "请填写金额（元），大于零，至多两位小数。", errors);

    private static string? Limits(JsonElement value, ActField field, FieldErrors errors)
    {
        if (value.ValueKind != JsonValueKind.Object)
            return Wrong(field, "请填写各期限的天数，例如 { \"close\": 10 }。", errors);
        var limits = new List<string>();
        foreach (var limit in value.EnumerateObject())
        {
            if (limit.Name is not ("enter" or "meet" or "progress" or "close" or "congress"))
                return Wrong(field, "可用的期限：enter、meet、progress、close、congress。", errors);
            if (limit.Value.ValueKind != JsonValueKind.Number || !limit.Value.TryGetInt32(out var days) || days is < 1 or > ClockLimit.Longest)
                return Wrong(field, $"天数应为 1 至 {ClockLimit.Longest} 的整数。", errors);
            limits.Add(string.Create(CultureInfo.InvariantCulture, $"{limit.Name}={days}"));
        }
        return string.Join(' ', limits.Order(StringComparer.Ordinal));
    }

    private static string? Judgments(JsonElement value, ActField field, FieldErrors errors)
    {
        try
        {
            var given = value.Deserialize(WireJson.Bodies.ImmutableArrayJudgmentBody);
            if (given.IsDefaultOrEmpty || given.Length > 10 || given.Any(j => j is not { IsComplete: true }))
                return Wrong(field, "请填写一至十份裁判：instance 为 first 或 second，二审须填 outcome（upheld 或 changed），并填写 judge。", errors);
            foreach (var name in given.SelectMany(j => j.Names))
                PlainText.CheckName(errors, field.Name, name, 50);
            return VideoOrder.Write([.. given.Select(j => j.ToJudgment())]);
        }
        catch (JsonException)
        {
            return Wrong(field, "裁判情况无法识别，请核对各项名称和类型。", errors);
        }
    }

    private static ImmutableArray<PaperId> Papers(JsonElement value, ActField field, FieldErrors errors)
    {
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() > PaperLimit
            || value.EnumerateArray().Any(p => !Guid.TryParseExact(Text(p), "D", out _)))
        {
            errors.Malformed(field.Name, $"请填写材料编号的列表，至多 {PaperLimit} 份。");
            return [];
        }
        return [.. value.EnumerateArray().Select(p => PaperId.Parse(p.GetString()!)).Distinct()];
    }

    /// <returns>Null where it is no text, or one that ends within a character.</returns>
    private static string? Text(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private const int PaperLimit = 100;

    private static string? Wrong(ActField field, string message, FieldErrors errors)
    {
        errors.Malformed(field.Name, message);
        return null;
    }
}
