using System.Text.Json;

namespace PetitionMesh.Gateway.Tests.OpenApi;

/// <summary>Validates a document against a JSON schema of an OpenAPI 3.1 file: type, properties, required, items, enum, references, alternatives.</summary>
internal sealed class SchemaCheck(JsonElement openApi)
{
    /// <summary>What does not fit, by path; empty when all does. A property the schema doesn't know does not fit.</summary>
    public IEnumerable<string> Check(JsonElement value, JsonElement schema, string at = "$")
    {
        schema = Resolve(schema);
        foreach (var word in new[] { "oneOf", "anyOf" })
        {
            if (schema.TryGetProperty(word, out var choices))
                return choices.EnumerateArray().Any(c => !Check(value, c, at).Any()) ? [] : [$"{at} fits none of {word}"];
        }
        if (!TypeFits(value, schema))
            return [$"{at} is {value.ValueKind}, not {schema.GetProperty("type")}"];
        if (schema.TryGetProperty("enum", out var words) && !words.EnumerateArray().Any(w => JsonElement.DeepEquals(w, value)))
            return [$"{at} is none of {words}"];
        return value.ValueKind switch
        {
            JsonValueKind.Object => CheckObject(value, schema, at),
            JsonValueKind.Array when schema.TryGetProperty("items", out var items) => value.EnumerateArray().SelectMany((v, i) => Check(v, items, $"{at}[{i}]")),
            JsonValueKind.Array when value.GetArrayLength() > 0 && schema.TryGetProperty("type", out _) => [$"{at} is an array of who knows what"],
            _ => [],
        };
    }

    public JsonElement Resolve(JsonElement schema)
    {
        while (schema.TryGetProperty("$ref", out var reference))
            schema = reference.GetString()![2..].Split('/').Aggregate(openApi, (node, part) => node.GetProperty(part));
        return schema;
    }

    private IEnumerable<string> CheckObject(JsonElement value, JsonElement schema, string at)
    {
        if (schema.TryGetProperty("required", out var required))
        {
            foreach (var name in required.EnumerateArray().Where(n => !value.TryGetProperty(n.GetString()!, out _)))
                yield return $"{at}.{name} is missing";
        }
        var named = schema.TryGetProperty("properties", out var properties);
        var open = schema.TryGetProperty("additionalProperties", out var others) && others.ValueKind == JsonValueKind.Object;
        if (!named && !open)
            yield break;
        foreach (var member in value.EnumerateObject())
        {
            JsonElement? known = named && properties.TryGetProperty(member.Name, out var own) ? own : open ? others : null;
            foreach (var problem in known is { } fit ? Check(member.Value, fit, $"{at}.{member.Name}") : [$"{at}.{member.Name} is not in the schema"])
                yield return problem;
        }
    }

    private static bool TypeFits(JsonElement value, JsonElement schema)
    {
        if (!schema.TryGetProperty("type", out var type))
            return true;
        var types = type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(t => t.GetString()) : [type.GetString()];
        return types.Any(t => t switch
        {
            "object" => value.ValueKind == JsonValueKind.Object,
            "array" => value.ValueKind == JsonValueKind.Array,
            "string" => value.ValueKind == JsonValueKind.String,
            "integer" or "number" => value.ValueKind == JsonValueKind.Number,
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "null" => value.ValueKind == JsonValueKind.Null,
            _ => false,
        });
    }
}
