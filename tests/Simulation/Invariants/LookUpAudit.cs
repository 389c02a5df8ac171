using System.Collections.Immutable;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Journal.Memory;

namespace PetitionMesh.Simulation.Invariants;

/// <summary>
/// What a look-up shows in the middle of everything: it may be a little old, after a split, but it is a state that the case really
/// had. Nothing is ever shown that was not committed.
/// </summary>
internal static class LookUpAudit
{
    public static void Check(MemoryTables tables, ImmutableArray<CaseStanding> standings, Findings findings)
    {
        foreach (var standing in standings)
        {
            var shown = tables.ReadStream(StreamId.Of(standing.Case), 0, standing.Version)
                .Select(e => Codecs.Case.Decode(e.Kind, e.Payload.AsSpan())).ToArray();
            findings.Require(
                shown.Length == standing.Version
                    && standing.Receptions == shown.Count(e => e is CaseEvent.Received)
                    && standing.Owner?.Leader == shown.OfType<CaseEvent.OwnerFixed>().LastOrDefault()?.Owner,
                $"A look-up shows case {standing.Case.Value[..8]} as it never was: version {standing.Version}, {standing.Receptions} receptions.");
        }
    }
}
