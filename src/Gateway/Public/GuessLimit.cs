using System.Net;
using System.Net.Sockets;
using PetitionMesh.Gateway.Settings;

namespace PetitionMesh.Gateway.Public;

/// <summary>
/// Slows down whoever guesses query codes: an address with too many misses waits until its window ends. Codes that exist cost
/// nothing. The table is bounded; when it is full, only a window's worth of strangers is forgotten.
/// </summary>
internal sealed class GuessLimit(LimitsOptions limits, TimeProvider time)
{
    /// <summary>Most addresses watched at once.</summary>
    private const int Capacity = 50_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<UInt128, Misses> _misses = [];

    private record struct Misses(DateTimeOffset Until, int Count);

    private TimeSpan Window => TimeSpan.FromSeconds(limits.GuessWindowSeconds);

    /// <summary>Seconds to wait, or null when the address may ask.</summary>
    public int? MustWait(IPAddress? address)
    {
        var now = time.GetUtcNow();
        lock (_lock)
        {
            if (!_misses.TryGetValue(KeyOf(address), out var known) || known.Until <= now || known.Count < limits.GuessesPerWindow)
                return null;
            return Math.Max(1, (int)Math.Ceiling((known.Until - now).TotalSeconds));
        }
    }

    public void Miss(IPAddress? address)
    {
        var now = time.GetUtcNow();
        var key = KeyOf(address);
        lock (_lock)
        {
            if (_misses.TryGetValue(key, out var known) && known.Until > now)
            {
                _misses[key] = known with { Count = known.Count + 1 };
                return;
            }
            if (_misses.Count >= Capacity)
                MakeRoom(now);
            _misses[key] = new Misses(now + Window, 1);
        }
    }

    private void MakeRoom(DateTimeOffset now)
    {
        foreach (var (key, known) in _misses)
        {
            if (known.Until <= now)
                _misses.Remove(key);
        }
        if (_misses.Count >= Capacity)
            _misses.Clear();
    }

    /// <summary>An IPv6 subscriber has a whole /64 to send from; it counts as one.</summary>
    private static UInt128 KeyOf(IPAddress? address)
    {
        if (address is null)
            return 0;
        Span<byte> bytes = stackalloc byte[16];
        (address.AddressFamily == AddressFamily.InterNetwork ? address.MapToIPv6() : address).TryWriteBytes(bytes, out _);
        if (address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false })
            bytes[8..].Clear();
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(bytes);
    }
}
