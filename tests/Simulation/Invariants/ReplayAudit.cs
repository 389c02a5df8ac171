using PetitionMesh.Grains.Cases;
using PetitionMesh.Simulation.People;
using PetitionMesh.Simulation.Processes;

namespace PetitionMesh.Simulation.Invariants;

/// <summary>Asks freshly started grains where each person's cases stand and holds it against the events.</summary>
internal static class ReplayAudit
{
    public static async Task CheckAsync(SimulatedProcess process, Population people, CaseHistory history, Findings findings)
    {
        foreach (var person in people.Identified)
        {
            var expected = history.Links.Where(l => l.Link.Petitioner == person.Key).Select(l => history.GoesOnAs(l.Link.Case)).Distinct().ToArray();
            var isShown = false;
            await process.Ask(desk => desk.LookUpAsync(person.Key!.Value, standings =>
            {
                isShown = true;
                findings.Require(
                    standings.Select(s => s.Case).SequenceEqual(expected),
                    $"Person {person.IdNumber.Value} has other cases after a restart than in the events.");
                foreach (var standing in standings)
                    Check(standing, history.Cases[standing.Case], findings);
            }));
            findings.Require(isShown, $"The cases of person {person.IdNumber.Value} cannot be looked up after a restart.");
        }
    }

    /// <summary>Whatever was entered in a register is answered by a freshly started grain as it was at first.</summary>
    public static async Task CheckAsync(SimulatedProcess process, Book book, Findings findings)
    {
        foreach (var promise in book.Promises.Where(p => p is { Winner: not null, Request: Request.Entry }))
        {
            var again = await process.Ask(desk => desk.HandleAsync(promise.Request!));
            findings.Require(
                again is Reply.Done done && done.Answer.AsSpan().SequenceEqual(promise.Answer.AsSpan()), $"{promise.Key} is answered otherwise after a restart: {again}.");
        }
    }

    private static void Check(CaseStanding standing, List<CaseEntry> entries, Findings findings) => findings.Require(
        standing.Receptions == entries.Count(e => e.Event is CaseEvent.Received)
            && standing.Version == entries.Count
            && standing.Owner?.Leader == entries.Select(e => e.Event).OfType<CaseEvent.OwnerFixed>().LastOrDefault()?.Owner,
        $"Case {standing.Case.Value[..8]} stands otherwise after a restart than its events say.");
}
