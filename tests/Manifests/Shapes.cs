using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace PetitionMesh.Manifests;

/// <summary>Holds a document to the fields that <c>shapes.yaml</c> allows for its kind.</summary>
internal static class Shapes
{
    private static readonly YamlMappingNode s_all = Load();

    /// <summary>Every place where the document differs from the shape, in words.</summary>
    public static IEnumerable<string> Problems(Manifest manifest) =>
        s_all.Children.TryGetValue(manifest.Kind, out var shape)
            ? Problems(manifest.Body, shape, manifest.Kind, manifest.Path.Contains("/overlays/", StringComparison.Ordinal))
            : [$"no shape for the kind {manifest.Kind}"];

    private static IEnumerable<string> Problems(YamlNode node, YamlNode shape, string place, bool partial) => (shape, node) switch
    {
        (YamlScalarNode { Value: var name }, YamlScalarNode scalar) when Scalar(name!, scalar) is { } fits => fits ? [] : [$"{place} is no {name}: {scalar.Value}"],
        (YamlScalarNode { Value: var name }, _) when s_all.Children.TryGetValue(name!, out var named) => Problems(node, named, place, partial),
        (YamlMappingNode fields, YamlMappingNode map) => Fields(map, fields, place, partial),
        (YamlSequenceNode { Children: [var one] }, YamlSequenceNode list) => list.Children.SelectMany((child, i) => Problems(child, one, $"{place}[{i}]", partial)),
        _ => [$"{place} is a {node.NodeType}, which it should not be"],
    };

    private static IEnumerable<string> Fields(YamlMappingNode map, YamlMappingNode fields, string place, bool partial)
    {
        var known = fields.Children.ToDictionary(field => field.Key.ToString().TrimEnd('!'), field => field.Value);
        foreach (var (key, value) in map.Children)
        {
            if (known.TryGetValue(key.ToString(), out var shape) || known.TryGetValue("*", out shape))
            {
                foreach (var problem in Problems(value, shape, $"{place}.{key}", partial))
                    yield return problem;
            }
            // Compose reads nothing into names of one's own that begin so.
            else if (!key.ToString().StartsWith("x-", StringComparison.Ordinal))
                yield return $"{place}.{key} is not known";
        }
        // An overlay's patch names only what it changes; whole resources of an overlay are few and read by eye as well.
        if (partial)
            yield break;
        foreach (var missing in fields.Children.Keys.Select(key => key.ToString()).Where(key => key.EndsWith('!') && !map.Children.ContainsKey(key.TrimEnd('!'))))
            yield return $"{place}.{missing.TrimEnd('!')} is missing";
    }

    /// <summary>Null when the name is not that of a scalar.</summary>
    private static bool? Scalar(string name, YamlScalarNode scalar) => name switch
    {
        "int" => scalar.Style == ScalarStyle.Plain && Number(scalar.Value),
        "bool" => scalar.Style == ScalarStyle.Plain && scalar.Value is "true" or "false",
        "string" => scalar.Value is { Length: > 0 },
        "text" => scalar.Style != ScalarStyle.Plain || (scalar.Value is { Length: > 0 } text && text is not ("true" or "false" or "null" or "yes" or "no") && !Number(text)),
        "nothing" => string.IsNullOrEmpty(scalar.Value),
        _ => null,
    };

    private static bool Number(string? text) =>
        int.TryParse(text, CultureInfo.InvariantCulture, out _)
        // Kubernetes writes file modes in octal, as YAML 1.1 reads them.
        || double.TryParse(text, CultureInfo.InvariantCulture, out _);

    private static YamlMappingNode Load()
    {
        using var stream = typeof(Shapes).Assembly.GetManifestResourceStream("PetitionMesh.Manifests.shapes.yaml")!;
        var yaml = new YamlStream();
        yaml.Load(new StreamReader(stream));
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }
}
