using PetitionMesh.Tests;
using YamlDotNet.RepresentationModel;

namespace PetitionMesh.Manifests;

/// <summary>What stands in <c>k8s/</c> fits itself and the program.</summary>
public sealed class KubernetesTests
{
    private static readonly string[] s_secrets = ["petition-mesh-keys", "petition-mesh-database"];

    [Fact]
    public void Every_document_has_only_the_fields_of_its_kind() =>
        Assert.Empty(Manifest.OfKubernetes.SelectMany(m => Shapes.Problems(m).Select(problem => $"{m}: {problem}")));

    [Fact]
    public void Every_file_is_part_of_a_kustomization_and_every_part_is_there()
    {
        var named = Manifest.OfKubernetes.Where(m => m.Kind == "Kustomization").SelectMany(k =>
            k.Body.Texts("resources", "*").Concat(k.Body.Texts("patches", "*", "path"))
                .Select(part => Path.GetFullPath(Path.Combine(Repository.Root, Path.GetDirectoryName(k.Path)!, part)))).ToHashSet();
        Assert.All(named, part => Assert.True(File.Exists(part) || File.Exists(Path.Combine(part, "kustomization.yaml")), $"{part} is not there"));
        var files = Directory.EnumerateFiles(Path.Combine(Repository.Root, "k8s"), "*.yaml", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) != "kustomization.yaml");
        Assert.All(files, file => Assert.Contains(file, named));
    }

    [Fact]
    public void A_workload_chooses_its_own_pods_and_nobody_elses() =>
        Assert.All(Workload.All, workload =>
            Assert.Equal([workload.Name], Chosen(workload.Manifest.Body["spec"]["selector"])));

    [Fact]
    public void Services_budgets_and_policies_choose_pods_that_exist()
    {
        foreach (var m in Manifest.OfKubernetes.Where(m => m.Kind == "PodDisruptionBudget"))
            Assert.Equal([m.Name], Chosen(m.Body["spec"]["selector"]));
        foreach (var m in Manifest.OfKubernetes.Where(m => m.Kind == "Service"))
            Assert.Equal([m.Name], Chosen(Labels(m.Body["spec"]["selector"])));
        foreach (var selector in Manifest.OfKubernetes.Where(m => m.Kind == "NetworkPolicy")
            .SelectMany(m => m.Body.At("spec", "podSelector").Concat(m.Body.At("spec", "*", "*", "*", "*", "podSelector"))))
            Assert.NotEmpty(Chosen(selector));
        foreach (var m in Manifest.OfKubernetes.Where(m => m.Kind == "HorizontalPodAutoscaler" && m.Body.At("spec", "scaleTargetRef").Any()))
            Assert.Contains(Workload.All, w => w.Name == m.Body["spec"]["scaleTargetRef"]["name"].ToString() && w.Manifest.Kind == "Deployment" && !w.Manifest.Body.At("spec", "replicas").Any());
    }

    [Fact]
    public void Services_and_policies_open_ports_that_the_chosen_pods_have()
    {
        foreach (var m in Manifest.OfKubernetes.Where(m => m.Kind == "Service"))
        {
            var workload = Workload.All.Single(w => w.IsChosenBy(Labels(m.Body["spec"]["selector"])));
            Assert.All(m.Body.Texts("spec", "ports", "*", "targetPort"), port => Assert.Contains(port, workload.Ports.Keys));
        }
        foreach (var m in Manifest.OfKubernetes.Where(m => m.Kind == "NetworkPolicy"))
        {
            foreach (var chosen in Workload.All.Where(w => w.IsChosenBy(m.Body["spec"]["podSelector"])))
                Assert.All(m.Body.Texts("spec", "ingress", "*", "ports", "*", "port"), port => Assert.Contains(int.Parse(port, null), chosen.Ports.Values));
            foreach (var way in m.Body.At("spec", "egress", "*"))
            {
                var reached = way.At("to", "*", "podSelector").SelectMany(s => Workload.All.Where(w => w.IsChosenBy(s))).ToArray();
                if (reached.Length > 0)
                    Assert.All(way.Texts("ports", "*", "port"), port => Assert.Contains(int.Parse(port, null), reached.SelectMany(w => w.Ports.Values)));
            }
        }
    }

    [Fact]
    public void What_one_side_may_send_the_other_may_receive()
    {
        var policies = Manifest.OfKubernetes.Where(m => m.Kind == "NetworkPolicy").ToArray();
        foreach (var (sender, receiver, port) in new[] { ("silo", "silo", 11111), ("silo", "silo", 30000), ("gateway", "silo", 30000), ("silo", "postgres", 5432), ("gateway", "postgres", 5432) })
        {
            var (from, to) = (Workload.All.Single(w => w.Name == sender), Workload.All.Single(w => w.Name == receiver));
            Assert.True(Allows(policies, from, to, "egress", "to", port), $"{sender} may not send to {receiver}:{port}");
            Assert.True(Allows(policies, to, from, "ingress", "from", port), $"{receiver}:{port} may not receive from {sender}");
        }
    }

    [Fact]
    public void Settings_are_ones_that_the_program_reads_with_values_it_understands() =>
        Assert.All(
            Workload.All.Where(w => w.IsOurs).SelectMany(w => w.Settings()).Concat(Manifest.OfKubernetes.Where(m => m.Kind == "ConfigMap").SelectMany(m => m.Body.Map("data"))),
            setting => Assert.Null(ProgramSettings.Problem(setting.Key, setting.Value)));

    [Fact]
    public void Ports_are_those_that_the_program_listens_on()
    {
        foreach (var workload in Workload.All.Where(w => w.IsOurs))
        {
            var settings = workload.Settings();
            Assert.Equal(settings["ASPNETCORE_HTTP_PORTS"], $"{workload.Ports["http"]}");
            Assert.Equal($"{workload.Ports["http"]}", workload.Pod.Map("metadata", "annotations")["prometheus.io/port"]);
            var isSilo = settings["Cluster__Mode"] == "Silo";
            Assert.Equal(isSilo ? settings["Cluster__SiloPort"] : null, workload.Ports.TryGetValue("silo", out var silo) ? $"{silo}" : null);
            Assert.Equal(isSilo ? settings["Cluster__GatewayPort"] : null, workload.Ports.TryGetValue("clients", out var clients) ? $"{clients}" : null);
        }
        Assert.Equal(11111, ProgramSettings.Default("Cluster__SiloPort"));
        Assert.Equal(30000, ProgramSettings.Default("Cluster__GatewayPort"));
    }

    [Fact]
    public void Probes_ask_addresses_that_the_program_has()
    {
        var source = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Gateway", "Health"), "*.cs").Select(File.ReadAllText);
        var mapped = string.Join('\n', source);
        foreach (var container in Workload.All.Where(w => w.IsOurs).SelectMany(w => w.Containers))
        {
            foreach (var kind in new[] { "startupProbe", "readinessProbe", "livenessProbe" })
            {
                var probe = container[kind]["httpGet"];
                Assert.Equal("http", probe["port"].ToString());
                var path = probe["path"].ToString();
                Assert.Equal(kind switch { "livenessProbe" => "/health/live", "startupProbe" => "/health/started", _ => "/health/ready" }, path);
                Assert.Contains($"MapGet(\"{path["/health".Length..]}\"", mapped, StringComparison.Ordinal);
            }
        }
        Assert.Contains("MapGroup(\"/health\")", mapped, StringComparison.Ordinal);
    }

    [Fact]
    public void Named_secrets_settings_accounts_and_volumes_exist_and_what_is_written_has_a_volume()
    {
        foreach (var workload in Workload.All)
        {
            Assert.All(workload.Pod.Texts("spec", "volumes", "*", "secret", "secretName").Concat(workload.Pod.Texts("spec", "containers", "*", "env", "*", "valueFrom", "secretKeyRef", "name")),
                secret => Assert.Contains(secret, s_secrets));
            Assert.All(workload.Pod.Texts("spec", "containers", "*", "envFrom", "*", "configMapRef", "name"),
                name => Assert.Contains(Manifest.OfKubernetes, m => m.Kind == "ConfigMap" && m.Name == name));
            Assert.All(workload.Pod.Texts("spec", "serviceAccountName"), name => Assert.Contains(Manifest.OfKubernetes, m => m.Kind == "ServiceAccount" && m.Name == name));
            var volumes = workload.Pod.Texts("spec", "volumes", "*", "name").Concat(workload.Manifest.Body.Texts("spec", "volumeClaimTemplates", "*", "metadata", "name")).Order().ToArray();
            Assert.Equal(volumes, workload.Pod.Texts("spec", "containers", "*", "volumeMounts", "*", "name").Order());
            if (!workload.IsOurs)
                continue;
            var mounts = workload.Pod.Texts("spec", "containers", "*", "volumeMounts", "*", "mountPath").ToArray();
            Assert.Contains(workload.Settings()["Data__Directory"], mounts);
            Assert.Contains(Path.GetDirectoryName(workload.Settings()["Keys__File"]), mounts);
            Assert.Contains("/tmp", mounts);
        }
        Assert.All(s_secrets, secret => Assert.Contains(secret, Repository.Read("k8s/README.md"), StringComparison.Ordinal));
    }

    [Fact]
    public void No_container_is_more_than_it_must_be()
    {
        foreach (var workload in Workload.All)
        {
            Assert.Equal(["true"], workload.Pod.Texts("spec", "securityContext", "runAsNonRoot"));
            Assert.All(workload.Containers, c =>
            {
                Assert.Equal("true", c["securityContext"]["readOnlyRootFilesystem"].ToString());
                Assert.Equal("false", c["securityContext"]["allowPrivilegeEscalation"].ToString());
                Assert.Equal(["ALL"], c.Texts("securityContext", "capabilities", "drop", "*"));
            });
        }
    }

    private static string[] Chosen(YamlNode selector) => [.. Workload.All.Where(w => w.IsChosenBy(selector)).Select(w => w.Name)];

    private static YamlMappingNode Labels(YamlNode labels) => new() { { "matchLabels", labels } };

    private static bool Allows(IEnumerable<Manifest> policies, Workload chosen, Workload peer, string direction, string side, int port) =>
        policies.Where(m => chosen.IsChosenBy(m.Body["spec"]["podSelector"]))
            .SelectMany(m => m.Body.At("spec", direction, "*"))
            .Any(way => way.Texts("ports", "*", "port").Contains($"{port}")
                && (!way.At(side).Any() || way.At(side, "*", "podSelector").Any(peer.IsChosenBy)));
}
