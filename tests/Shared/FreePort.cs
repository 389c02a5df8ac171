using System.Net;
using System.Net.Sockets;

namespace PetitionMesh.Tests;

/// <summary>Loopback ports that nobody listens on.</summary>
/// <remarks>
/// They lie below the range from which systems give outgoing connections their ports. A port of that range that is free now may belong to some
/// connection when it is to be used: even to a client that asks for this very port, which so finds itself.
/// </remarks>
internal static class FreePort
{
    private const int First = 10_000, Last = 32_000;

    private static readonly HashSet<int> s_taken = [];

    /// <summary>A port that this process was never given before.</summary>
    public static int Take()
    {
        while (true)
        {
            var port = Random.Shared.Next(First, Last);
            lock (s_taken)
            {
                if (!s_taken.Add(port))
                    continue;
            }
            if (IsFree(port))
                return port;
        }
    }

    private static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
