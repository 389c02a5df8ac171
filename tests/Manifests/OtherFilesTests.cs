using System.Text.RegularExpressions;
using PetitionMesh.Tests;

namespace PetitionMesh.Manifests;

/// <summary>Compose file, image and unit fit each other and the program.</summary>
public sealed partial class OtherFilesTests
{
    [Fact]
    public void The_compose_file_has_only_known_fields_and_names_what_it_has()
    {
        Assert.Empty(Shapes.Problems(Manifest.Compose));
        var body = Manifest.Compose.Body;
        foreach (var (kind, named) in new[] { ("secrets", body.Texts("services", "*", "secrets", "*")), ("services", body.At("services", "*", "depends_on").SelectMany(d => d.Map().Keys)), ("networks", body.At("services", "*", "networks").SelectMany(d => d.Map().Keys)) })
            Assert.All(named, name => Assert.Contains(name, body.Map(kind).Keys));
    }

    [Fact]
    public void Composed_silos_have_their_own_addresses_and_every_setting_is_one_of_the_programs()
    {
        var programs = Manifest.Compose.Body.At("services", "*").Where(s => s["image"].ToString() == "petition-mesh").ToArray();
        Assert.Equal(["Client", "Silo", "Silo", "Silo"], programs.Select(p => p["environment"]["Cluster__Mode"].ToString()).Order(StringComparer.Ordinal));
        foreach (var program in programs)
        {
            Assert.All(program.Map("environment"), setting => Assert.Null(ProgramSettings.Problem(setting.Key, setting.Value)));
            Assert.Equal("true", program["read_only"].ToString());
            if (program["environment"]["Cluster__Mode"].ToString() == "Silo")
                Assert.Equal(program.Texts("networks", "*", "ipv4_address").Single(), program["environment"]["Cluster__Address"].ToString());
        }
        Assert.Distinct(programs.SelectMany(p => p.Texts("networks", "*", "ipv4_address")));
    }

    [Fact]
    public void The_image_opens_the_programs_ports_and_runs_as_the_user_that_the_manifests_name()
    {
        var image = Repository.Read("Dockerfile");
        Assert.Contains("-chiseled-extra", image, StringComparison.Ordinal);
        var open = Line(image, "EXPOSE").Split(' ').Order(StringComparer.Ordinal);
        Assert.Equal(Workload.All.Where(w => w.IsOurs).SelectMany(w => w.Ports.Values).Distinct().Select(port => $"{port}").Order(StringComparer.Ordinal), open);
        var user = Line(image, "USER");
        Assert.All(Workload.All.Where(w => w.IsOurs), w => Assert.Equal([user], w.Pod.Texts("spec", "securityContext", "runAsUser")));
        Assert.All(Manifest.Compose.Body.Texts("services", "*", "user"), composed => Assert.Equal(user, composed));
        Assert.All(Setting().Matches(Line(image, "ENV")), m => Assert.Null(ProgramSettings.Problem(m.Groups[1].Value, m.Groups[2].Value)));
        Assert.Contains(ProgramFile, image, StringComparison.Ordinal);
    }

    [Fact]
    public void The_unit_starts_the_program_with_settings_that_it_reads()
    {
        var unit = Repository.Read("eng/petition-mesh.service");
        Assert.All(Setting().Matches(string.Join('\n', unit.Split('\n').Where(l => l.StartsWith("Environment=", StringComparison.Ordinal)).Select(l => l["Environment=".Length..]))),
            m => Assert.Null(ProgramSettings.Problem(m.Groups[1].Value, m.Groups[2].Value)));
        Assert.Contains(ProgramFile, unit, StringComparison.Ordinal);
    }

    [Fact]
    public void The_cluster_script_gives_settings_that_the_program_reads() =>
        Assert.All(Argument().Matches(Repository.Read("eng/cluster")), m => Assert.Null(ProgramSettings.Problem(m.Groups[1].Value.Replace(":", "__", StringComparison.Ordinal), m.Groups[2].Value)));

    private const string ProgramFile = "PetitionMesh.Gateway.dll";

    private static string Line(string file, string instruction) =>
        file.Split('\n').Last(line => line.StartsWith(instruction + " ", StringComparison.Ordinal))[(instruction.Length + 1)..].Trim();

    [GeneratedRegex(@"(\w+)=(\S*)")]
    private static partial Regex Setting();

    [GeneratedRegex("""--([A-Z]\w+:\w+)=("?[$\w]*)""")]
    private static partial Regex Argument();
}
