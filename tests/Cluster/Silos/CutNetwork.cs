using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace PetitionMesh.Cluster.Silos;

/// <summary>
/// A network namespace behind two cables: one to the other silos, which can be cut, one to PostgreSQL and the courts, which stays.
/// Needs root and iproute2.
/// </summary>
internal sealed class CutNetwork : IDisposable
{
    private readonly string _silos;
    private readonly string _rest;

    private CutNetwork(int number)
    {
        Name = $"pm{number}";
        _silos = $"pms{number}";
        _rest = $"pmr{number}";
        (HostAmongSilos, InsideAmongSilos) = ($"10.201.{number}.1", $"10.201.{number}.2");
        (HostOtherwise, InsideOtherwise) = ($"10.202.{number}.1", $"10.202.{number}.2");
    }

    public string Name { get; }

    public string HostAmongSilos { get; }

    public string InsideAmongSilos { get; }

    public string HostOtherwise { get; }

    public string InsideOtherwise { get; }

    /// <summary>Skips the test by name where networks cannot be made.</summary>
    public static CutNetwork Make()
    {
        var network = new CutNetwork(Environment.ProcessId % 250);
        var problem = network.TryMake();
        if (problem is null)
            return network;
        network.Dispose();
        throw new SkipException($"No network namespace can be made here: {problem}");
    }

    public void Cut() => Require($"link set {_silos}h down");

    public void Heal() => Require($"link set {_silos}h up");

    public void Dispose()
    {
        Run($"netns delete {Name}");
        Run($"link delete {_silos}h");
        Run($"link delete {_rest}h");
    }

    private string? TryMake() =>
        Run($"netns add {Name}")
        ?? Join(_silos, HostAmongSilos, InsideAmongSilos)
        ?? Join(_rest, HostOtherwise, InsideOtherwise)
        ?? Run($"-n {Name} link set lo up");

    /// <summary>A cable: its end h on this machine, its end n in the namespace.</summary>
    private string? Join(string cable, string host, string inside) =>
        Run($"link add {cable}h type veth peer name {cable}n")
        ?? Run($"link set {cable}n netns {Name}")
        ?? Run($"addr add {host}/24 dev {cable}h")
        ?? Run($"-n {Name} addr add {inside}/24 dev {cable}n")
        ?? Run($"link set {cable}h up")
        ?? Run($"-n {Name} link set {cable}n up");

    private static void Require(string arguments)
    {
        if (Run(arguments) is { } problem)
            throw new InvalidOperationException(problem);
    }

    /// <returns>What went wrong, or null.</returns>
    private static string? Run(string arguments)
    {
        try
        {
            using var ip = Process.Start(new ProcessStartInfo("ip", arguments) { RedirectStandardError = true })!;
            var said = ip.StandardError.ReadToEnd();
            ip.WaitForExit();
            return ip.ExitCode == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"ip {arguments} ended with {ip.ExitCode}: {said.Trim()}");
        }
        catch (Win32Exception missing)
        {
            return missing.Message;
        }
    }
}
