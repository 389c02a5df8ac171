using YamlDotNet.RepresentationModel;

namespace PetitionMesh.Manifests;

/// <summary>Walking through YAML without asking at every step whether the step is there.</summary>
internal static class Nodes
{
    /// <summary>The nodes at a path; <c>*</c> goes through a list or all values of a mapping. Nothing there: nothing.</summary>
    public static IEnumerable<YamlNode> At(this YamlNode node, params string[] path)
    {
        if (path.Length == 0)
            return [node];
        IEnumerable<YamlNode> next = (node, path[0]) switch
        {
            (YamlSequenceNode list, "*") => list.Children,
            (YamlMappingNode map, "*") => map.Children.Values,
            (YamlMappingNode map, var key) when map.Children.TryGetValue(key, out var value) => [value],
            _ => [],
        };
        return next.SelectMany(child => child.At(path[1..]));
    }

    public static IEnumerable<string> Texts(this YamlNode node, params string[] path) => node.At(path).Select(found => found.ToString());

    public static IReadOnlyDictionary<string, string> Map(this YamlNode node, params string[] path) =>
        node.At(path).OfType<YamlMappingNode>().SelectMany(map => map.Children).ToDictionary(pair => pair.Key.ToString(), pair => pair.Value.ToString());
}
