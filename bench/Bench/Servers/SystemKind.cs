using System.Globalization;
using PetitionMesh.Bench.Postgres;

namespace PetitionMesh.Bench.Servers;

/// <summary>One of the systems compared.</summary>
/// <param name="Name">As on the command line.</param>
/// <param name="Label">As in the table.</param>
/// <param name="Database">Its own in the shared cluster; null where it has none.</param>
/// <param name="Variant">Settings changed from the ones it is compared with, e.g. Pool=16.</param>
internal sealed record SystemKind(string Name, string Label, string Assembly, string? Database, IReadOnlyList<string> Variant)
{
    private static readonly string Peers = Repository.Built("bench/Peers", "PetitionMesh.Peers");

    public static SystemKind Ours { get; } =
        new("ours", "PetitionMesh", Repository.Built("src/Gateway", "PetitionMesh.Gateway"), "ours", []);

    public static SystemKind Npgsql { get; } = new("npgsql", "(a) Npgsql", Peers, "peer_npgsql", []);

    public static SystemKind EntityFramework { get; } = new("ef", "(b) EF Core", Peers, "peer_ef", []);

    public static SystemKind Bare { get; } = new("bare", "(c) bare", Peers, null, []);

    /// <summary>The gateway with its grains on one co-hosted silo of Microsoft Orleans.</summary>
    public static SystemKind Orleans { get; } =
        new("orleans", "on Orleans", Repository.BuiltOnOrleans("src/Gateway", "PetitionMesh.Gateway"), "ours_orleans", []);

    public static SystemKind GrainStorage { get; } =
        new("grain-storage", "(e) grain storage", Repository.BuiltOnOrleans("bench/Peers", "PetitionMesh.Peers"), "peer_grains", []);

    public static IReadOnlyList<SystemKind> All { get; } = [Ours, Npgsql, EntityFramework, Bare, Orleans, GrainStorage];

    public bool IsOurs => Name == Ours.Name || Name == Orleans.Name;

    /// <summary>Reads "npgsql" or, to try a setting against the others in the same run, "npgsql+Pool=16".</summary>
    /// <exception cref="ArgumentException">No such system.</exception>
    public static SystemKind Parse(string text, int index)
    {
        var parts = text.Split('+');
        var kind = All.FirstOrDefault(k => k.Name == parts[0])
            ?? throw new ArgumentException($"{parts[0]} is no system: say {string.Join(", ", All.Select(k => k.Name))}.");
        return parts.Length == 1
            ? kind
            : kind with
            {
                Label = $"{kind.Label} {string.Join(' ', parts[1..])}",
                Database = kind.Database is null ? null : $"{kind.Database}_{index}",
                Variant = parts[1..],
            };
    }

    /// <summary>The settings it is started with, as environment variables.</summary>
    public IEnumerable<(string Name, string Value)> Settings(PrivatePostgres postgres, string directory)
    {
        if (IsOurs)
        {
            return
            [
                ("Journal__Provider", "Postgres"),
                ("Journal__ConnectionString", postgres.ConnectionString(Database!)),
                ("Data__Directory", Path.Combine(directory, Database!)),
                ("City__File", Path.Combine(Repository.Root, "bench", "city.json")),
                ("Cluster__SiloPort", FreePort.Next().ToString(CultureInfo.InvariantCulture)),
                ("Cluster__GatewayPort", FreePort.Next().ToString(CultureInfo.InvariantCulture)),
            ];
        }

        return Database is null
            ? [("Peer", Name)]
            : [("Peer", Name), ("Database", postgres.ConnectionString(Database))];
    }
}
