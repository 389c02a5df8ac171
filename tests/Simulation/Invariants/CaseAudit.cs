using System.Collections.Immutable;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Leaders;
using PetitionMesh.Grains.Petitioners;

namespace PetitionMesh.Simulation.Invariants;

/// <summary>The law of W3, W4, W5 and W8, told once more from the events alone: one owner by the order of registration, numbers without gap.</summary>
internal static class CaseAudit
{
    private static readonly TimeSpan CityTime = TimeSpan.FromHours(8);

    public static void Check(CaseHistory history, Findings findings)
    {
        foreach (var (id, entries) in history.Cases)
            CheckCase(id, entries, findings);
        JoinAudit.Check(history, findings);
        CheckLinks(history, findings);
        foreach (var twice in history.Receptions.GroupBy(r => r.Event.Reception).Where(g => g.Count() > 1))
            findings.Add($"Reception {twice.Key.Value[..8]} is in the journal {twice.Count()} times.");
    }

    private static void CheckCase(CaseId id, List<CaseEntry> entries, Findings findings)
    {
        var name = $"Case {id.Value[..8]}";
        findings.Require(entries[0].Event is CaseEvent.Opened opened && opened.Case == id, $"{name} does not begin by being opened.");
        findings.Require(entries.Count(e => e.Event is CaseEvent.Opened) == 1, $"{name} was opened more than once.");
        // A joined case is not decided on any more; what the join says of its owner is checked apart.
        var owners = entries.Select(e => e.Event).OfType<CaseEvent.OwnerFixed>().Where(o => o.Origin != OwnerOrigin.Joined).ToArray();
        findings.Require(owners.Count(o => o.Origin != OwnerOrigin.Succession) <= 1, $"{name} has {owners.Length} owners.");
        var number = 0;
        var isImported = false;
        LeaderId? owner = null;
        var isRelieved = false;
        DateTimeOffset? ownedSince = null;
        for (var i = 0; i < entries.Count; i++)
        {
            switch (entries[i].Event)
            {
                case CaseEvent.Received received:
                    findings.Require(received.Number == ++number, $"{name} has number {received.Number} where {number} should be.");
                    findings.Require(received.First == (number == 1 && !isImported), $"{name} number {number} is {(received.First ? "" : "not ")}called first.");
                    CheckMarks(name, entries[i].Recorded, received, ownedSince, findings);
                    ownedSince ??= received.Receiver is null ? null : received.OccurredAt;
                    CheckConsequence(name, received, i + 1 < entries.Count ? entries[i + 1].Event : null, isRelieved, ref owner, findings);
                    break;
                case CaseEvent.OwnerRelieved:
                    isRelieved = true;
                    break;
                case CaseEvent.Imported imported:
                    isImported = true;
                    // A joined case has its owner from the join; rows that still come to it change nothing.
                    if (owner is null && !entries.Take(i).Any(e => e.Event is CaseEvent.JoinedInto) && imported.Rows[0].Owner is { } named)
                    {
                        owner = new LeaderId(named);
                        findings.Require(
                            i + 1 < entries.Count && entries[i + 1].Event is CaseEvent.OwnerFixed { Origin: OwnerOrigin.Imported } by && by.Owner == owner,
                            $"{name} was imported for {named} but is not his.");
                    }

                    break;
                case CaseEvent.OwnerFixed { Origin: OwnerOrigin.Assigned } assigned:
                    findings.Require(owner is null, $"{name} was {owner}'s when an assignment named {assigned.Owner}.");
                    owner = assigned.Owner;
                    break;
                case CaseEvent.OwnerFixed { Origin: OwnerOrigin.Succession } next:
                    findings.Require(
                        entries[i - 1].Event is CaseEvent.OwnerSucceeded succeeded && succeeded.From == owner && succeeded.To == next.Owner && next.Owner != owner,
                        $"{name} went from {owner} to {next.Owner} without a succession that says so.");
                    (owner, isRelieved) = (next.Owner, false);
                    break;
            }
        }

        findings.Require(owners.Length == 0 || owners[^1].Owner == owner, $"{name} is owned by {owners.LastOrDefault()?.Owner}, not by {owner}.");
        EndAudit.Check(name, entries, findings);
    }

    /// <summary>W3, S10, S4: entered late, earlier than the first, above the court's own tier.</summary>
    private static void CheckMarks(string name, RecordedEvent recorded, CaseEvent.Received received, DateTimeOffset? ownedSince, Findings findings)
    {
        var entered = DateOnly.FromDateTime(recorded.At.ToOffset(CityTime).DateTime);
        findings.Require(received.Day == DateOnly.FromDateTime(received.OccurredAt.ToOffset(CityTime).DateTime), $"{name} counts number {received.Number} on another day.");
        findings.Require(received.Late == received.Day < entered, $"{name} number {received.Number} is wrongly marked late or not.");
        findings.Require(received.EarlierThanFirst == received.OccurredAt < ownedSince, $"{name} number {received.Number} is wrongly marked earlier or not.");
        var own = received.Court.Value == "zy" ? Level.City : Level.Local;
        findings.Require(received.SkipsLevel == (received.Channel != Channel.Video && received.Level > own), $"{name} number {received.Number} wrongly skips a level or not.");
    }

    /// <summary>The first reception with a receiver fixes the owner; a later one by somebody else summons him or lays a notice on his desk.</summary>
    private static void CheckConsequence(string name, CaseEvent.Received received, CaseEvent? next, bool isRelieved, ref LeaderId? owner, Findings findings)
    {
        var first = owner;
        if (owner is null && received.Receiver is { } receiver)
        {
            owner = receiver;
            findings.Require(
                next is CaseEvent.OwnerFixed { Origin: OwnerOrigin.FirstReceiver } by && by.Owner == receiver,
                $"{name}: number {received.Number} by {receiver} did not fix its owner.");
        }
        else if (owner is not null && received.Receiver != owner)
        {
            findings.Require(
                isRelieved ? next is not (CaseEvent.Summoned or CaseEvent.OwnerNotified)
                    : received.Channel == Channel.Visit
                    ? next is CaseEvent.Summoned summoned && summoned.Leader == first && summoned.Reception == received.Reception
                    : next is CaseEvent.OwnerNotified notified && notified.Leader == first && notified.Reception == received.Reception,
                $"{name}: its owner was not told of number {received.Number}, or one who has recused himself was.");
        }
    }

    /// <summary>Persons and cases name each other, and nobody has two cases opened under one number.</summary>
    private static void CheckLinks(CaseHistory history, Findings findings)
    {
        var byPersons = history.Links.Select(l => (l.Link.Petitioner, l.Link.Case)).ToArray();
        var byCases = history.Cases.SelectMany(c => c.Value.SelectMany(e => PersonsOf(e.Event)).Select(p => (p, c.Key))).ToArray();
        findings.Require(byPersons.Distinct().Count() == byPersons.Length, "A person is linked to a case twice.");
        findings.Require(byCases.Distinct().Count() == byCases.Length, "A case names a person twice.");
        foreach (var (person, id) in byPersons.Except(byCases))
            findings.Add($"Person {person} is linked to case {id.Value[..8]}, which does not know them.");
        foreach (var (person, id) in byCases.Except(byPersons))
            findings.Add($"Case {id.Value[..8]} names person {person}, who does not know it.");

        foreach (var opened in history.Cases.Values.Select(c => c[0]).Where(e => e.Event is CaseEvent.Opened { Number: not null }))
        {
            var opening = (CaseEvent.Opened)opened.Event;
            foreach (var (recorded, link) in history.Links)
            {
                if (link.Number == opening.Number && link.Case != opening.Case && recorded.Position < opened.Recorded.Position
                    && opening.Petitioners.Contains(link.Petitioner))
                    findings.Add($"Person {link.Petitioner} has two cases under {opening.Number}: {link.Case.Value[..8]} and {opening.Case.Value[..8]}.");
            }
        }
    }

    private static ImmutableArray<PetitionerKey> PersonsOf(CaseEvent @event) => @event switch
    {
        CaseEvent.Opened opened => opened.Petitioners,
        CaseEvent.Identified identified => [identified.Petitioner],
        CaseEvent.Received { Joining.IsDefault: false } received => received.Joining,
        _ => [],
    };
}
