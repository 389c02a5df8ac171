using PetitionMesh.Gateway.Manner;
using PetitionMesh.Grains;
using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Gateway.Commands;

/// <summary>What became of an act that was asked for; exactly one of the parts says so.</summary>
/// <param name="Done">It is done now.</param>
/// <param name="First">It was done before, by the same command; to be answered as then.</param>
internal readonly record struct Settled<TOutcome>(TOutcome? Done, CommandRecord? First, Problem? Problem)
    where TOutcome : class, IActOutcome
{
    public static Settled<TOutcome> Not(Problem problem) => new(null, null, problem);
}
