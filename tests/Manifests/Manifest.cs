using PetitionMesh.Tests;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace PetitionMesh.Manifests;

/// <summary>One YAML document of a file.</summary>
/// <param name="Path">Relative to the root of the repository, with slashes.</param>
internal sealed record Manifest(string Path, YamlMappingNode Body)
{
    public string Kind => Body.Children.TryGetValue("kind", out var kind) ? kind.ToString() : "Compose";

    public string Name => Body["metadata"]["name"].ToString();

    /// <summary>All documents of <c>k8s/</c>, lists of patch operations apart. A key given twice fails the reading.</summary>
    public static IReadOnlyList<Manifest> OfKubernetes { get; } =
        [.. Directory.EnumerateFiles(System.IO.Path.Combine(Repository.Root, "k8s"), "*.yaml", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .SelectMany(file => Read(System.IO.Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')))];

    public static Manifest Compose { get; } = Read("compose.yaml").Single();

    public static IEnumerable<Manifest> Read(string path) =>
        from document in Documents(path)
        where document.RootNode is YamlMappingNode
        select new Manifest(path, (YamlMappingNode)document.RootNode);

    public override string ToString() => $"{Path}: {Kind}";

    private static IList<YamlDocument> Documents(string path)
    {
        var stream = new YamlStream();
        stream.Load(new MergingParser(new Parser(new StringReader(Repository.Read(path)))));
        return stream.Documents;
    }
}
