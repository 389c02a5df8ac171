namespace PetitionMesh.Bench.Reporting;

/// <summary>One answer that a reporting job got: for which position and days, and what it says of each court and channel.</summary>
/// <param name="Cells">Receptions and first ones by court and channel, as the answer has them; cells of zero are left out.</param>
/// <param name="Milliseconds">From asking to having read the whole answer.</param>
internal sealed record PulledAnswer(
    long Position, DateOnly From, DateOnly To, IReadOnlyDictionary<(string Court, string Channel), (long Receptions, long First)> Cells, double Milliseconds);
