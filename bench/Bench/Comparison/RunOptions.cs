using PetitionMesh.Bench.Servers;

namespace PetitionMesh.Bench.Comparison;

/// <summary>What the command line asked for.</summary>
/// <param name="Seconds">Measured seconds per round.</param>
/// <param name="Timed">Let PostgreSQL time every statement.</param>
/// <param name="NewPercent">Share of receptions by people never seen before, 0–100.</param>
internal sealed record RunOptions(
    int Rounds, double Seconds, int Connections, IReadOnlySet<Measure> Only, IReadOnlyList<SystemKind> Systems,
    int People, int NewPercent, int JournalBatch, bool WritePage, bool Timed);
