using System.Diagnostics;
using System.Globalization;

namespace PetitionMesh.Cluster.Running;

/// <summary>Signals that .NET has no name for.</summary>
internal static class ProcessSignal
{
    /// <param name="signal">Without SIG: STOP, CONT, KILL.</param>
    public static void Send(int process, string signal)
    {
        using var kill = Process.Start(new ProcessStartInfo("kill", [$"-{signal}", process.ToString(CultureInfo.InvariantCulture)]))!;
        kill.WaitForExit();
    }
}
