using YamlDotNet.RepresentationModel;

namespace PetitionMesh.Manifests;

/// <summary>A Deployment or StatefulSet and what the checks ask of its pods.</summary>
internal sealed record Workload(Manifest Manifest)
{
    public static IReadOnlyList<Workload> All { get; } =
        [.. Manifest.OfKubernetes.Where(m => m.Kind is "Deployment" or "StatefulSet").Select(m => new Workload(m))];

    public string Name => Manifest.Name;

    /// <summary>PostgreSQL is somebody else's program: settings and probes of ours don't concern it.</summary>
    public bool IsOurs => Containers.Single()["image"].ToString() == "petition-mesh";

    public YamlNode Pod => Manifest.Body["spec"]["template"];

    public IReadOnlyDictionary<string, string> Labels => Pod.Map("metadata", "labels");

    public IReadOnlyList<YamlNode> Containers => [.. Pod.At("spec", "containers", "*")];

    public IReadOnlyDictionary<string, int> Ports =>
        Containers.SelectMany(c => c.At("ports", "*")).ToDictionary(p => p["name"].ToString(), p => int.Parse(p["containerPort"].ToString(), null));

    public bool IsChosenBy(YamlNode selector) =>
        selector.Map("matchLabels").All(label => Labels.TryGetValue(label.Key, out var value) && value == label.Value)
        && selector.At("matchExpressions", "*").All(e =>
            e["operator"].ToString() == "In" && Labels.TryGetValue(e["key"].ToString(), out var value) && e.Texts("values", "*").Contains(value));

    /// <summary>What the container sees as its environment: the shared settings, then its own; values from secrets and fields are empty.</summary>
    public IReadOnlyDictionary<string, string> Settings()
    {
        var settings = Containers.SelectMany(c => c.Texts("envFrom", "*", "configMapRef", "name"))
            .SelectMany(name => Manifest.OfKubernetes.Where(m => m.Kind == "ConfigMap" && m.Name == name && m.Path.StartsWith("k8s/base/", StringComparison.Ordinal)))
            .SelectMany(m => m.Body.Map("data"))
            .ToDictionary();
        foreach (var own in Containers.SelectMany(c => c.At("env", "*")))
            settings[own["name"].ToString()] = own.Texts("value").FirstOrDefault() ?? "";
        return settings;
    }

    public override string ToString() => Name;
}
