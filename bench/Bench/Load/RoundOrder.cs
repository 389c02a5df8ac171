namespace PetitionMesh.Bench.Load;

/// <summary>What kind of requests a round sends.</summary>
internal enum RoundKind
{
    /// <summary>One reception for each person of [PeopleFrom, PeopleTo), until all are done.</summary>
    Preload,

    /// <summary>Receptions for a fixed time.</summary>
    Receptions,

    /// <summary>Look-ups by person for a fixed time.</summary>
    Lookups,
}

/// <summary>One line to the generator process: everything a round needs.</summary>
/// <param name="Port">Loopback port of the system under load.</param>
/// <param name="Callers">One per connection.</param>
/// <param name="Ramp">Seconds before the measured time starts.</param>
/// <param name="Seconds">Measured time.</param>
/// <param name="PeopleFrom">First person of the preload; unused otherwise.</param>
/// <param name="PeopleTo">One past the last preloaded person.</param>
/// <param name="NewPercent">Share of receptions by people never seen before, 0–100.</param>
/// <param name="NextNew">Number of the next person never seen before.</param>
/// <param name="Key">Prefix of this round's idempotency keys.</param>
internal sealed record RoundOrder(
    int Port, RoundKind Kind, IReadOnlyList<Caller> Callers, double Ramp, double Seconds,
    int PeopleFrom, int PeopleTo, int NewPercent, int NextNew, int Seed, string Key);

/// <summary>A clerk at one connection: the court decides where the receptions go and who may be named as receiver.</summary>
internal sealed record Caller(string Token, string Court, IReadOnlyList<string> Leaders);

/// <summary>One line back.</summary>
/// <param name="Answered">2xx answers inside the measured time.</param>
/// <param name="Acknowledged">2xx answers in all, ramp and tail included.</param>
/// <param name="Firsts">Answers that said <c>"first":true</c>, ramp and tail included.</param>
/// <param name="Refused">Answers by status that were not 2xx, ramp and tail included.</param>
/// <param name="Cpu">Processor seconds the generator used in the measured time.</param>
/// <param name="Sample">The first answer that was not 2xx.</param>
internal sealed record RoundResult(
    double Seconds, long Answered, long Acknowledged, long Firsts, IReadOnlyDictionary<string, long> Refused, int NextNew,
    double Cpu, Latency Latency, string? Sample);

/// <summary>Microseconds.</summary>
internal sealed record Latency(double Mean, double P50, double P95, double P99, double Max);
