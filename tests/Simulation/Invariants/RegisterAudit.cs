using PetitionMesh.Grains.Campaigns;
using PetitionMesh.Grains.ErrandDesks;
using PetitionMesh.Grains.FirstRequests;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.OnSiteChecks;
using PetitionMesh.Grains.Privacy;
using PetitionMesh.Grains.Routings;
using PetitionMesh.Journal.GroupCommit;
using PetitionMesh.Journal.Ledger;
using PetitionMesh.Journal.Memory;
using PetitionMesh.Simulation.People;

namespace PetitionMesh.Simulation.Invariants;

/// <summary>L, Y: the registers beside the cases. What was acknowledged is there once, in an order that its rules allow, and in the ledger as the events say.</summary>
internal static class RegisterAudit
{
    /// <param name="erased">Where in the journal each erased key of a person was erased.</param>
    public static void Check(MemoryTables tables, RegisterHistory history, Book book, IReadOnlyDictionary<DataKeyId, long> erased, Findings findings)
    {
        CheckPromises(tables, history, book, findings);
        foreach (var (stream, entries) in history.Entries)
        {
            CheckOrder(stream, entries, findings);
            CheckKeys(tables, stream, entries, erased, findings);
        }

        tables.Ledger.Read(ledger =>
        {
            CheckLedger(history, ledger, findings);
            return true;
        });
    }

    /// <summary>One command for each set of events, written with them; and every acknowledged command has its entry.</summary>
    private static void CheckPromises(MemoryTables tables, RegisterHistory history, Book book, Findings findings)
    {
        foreach (var promise in book.Promises.Where(p => p.Winner is not null && p.Request is Request.Entry))
        {
            var entry = (Request.Entry)promise.Request!;
            findings.Require(history.Entries.ContainsKey(entry.Stream), $"{promise.Key} was acknowledged, but there is no {entry.Stream}.");
        }

        var commands = tables.Commands.Values.CountBy(c => c.At).ToDictionary();
        foreach (var (at, sets) in history.Entries.SelectMany(e => e.Value.Select(r => r.Recorded.At).Distinct()).CountBy(at => at))
            findings.Require(commands.GetValueOrDefault(at) >= sets, $"{commands.GetValueOrDefault(at)} commands are on record for {sets} entries in registers of {at:O}.");
    }

    private static void CheckOrder(StreamId stream, List<RegisterEntry> entries, Findings findings)
    {
        var word = "";
        foreach (var (_, @event) in entries)
        {
            var next = After(word, @event);
            findings.Require(next is not null, $"{stream} was '{word}' when {@event.GetType().Name} came.");
            word = next ?? word;
        }
    }

    /// <summary>What an entry is after an event, in a word; null where the rules do not allow the event then.</summary>
    private static string? After(string word, object @event) => (word, @event) switch
    {
        ("", FirstRequestEvent.Received) => "open",
        ("open", FirstRequestEvent.PassedOn) => "open",
        ("open", FirstRequestEvent.Finished) => "done",
        ("open" or "done", FirstRequestEvent.Entered) => "entered",
        ("done" or "entered", FirstRequestEvent.Filed) => $"{word}, filed",
        ("", RoutingEvent.Registered) or ("withdrawn", RoutingEvent.Registered) => "pending",
        ("pending", RoutingEvent.Withdrawn) => "withdrawn",
        ("pending", RoutingEvent.Routed) => "routed",
        ("routed", RoutingEvent.Objected) => "disputed",
        ("disputed", RoutingEvent.Decided) => "routed",
        ("", ErrandDeskEvent.Opened) => "at work",
        ("at work", ErrandDeskEvent.OfficerNamed) => "at work",
        ("at work", ErrandDeskEvent.Closed) => "closed",
        ("", ComplaintEvent.Registered) => "registered",
        ("registered" or "circulating", ComplaintEvent.Circulated) => "circulating",
        ("circulating", ComplaintEvent.Checked) => "checked",
        ("checked", ComplaintEvent.Answered) => "answered",
        ("", CampaignEvent.Opened) => "running",
        ("" or "removed", CampaignEntryEvent.Gathered) => "PetitionStaff",
        ("removed", _) => null,
        ({ Length: > 0 }, CampaignEntryEvent.Received received) => LevelAfter(word, received.Level),
        ({ Length: > 0 }, CampaignEntryEvent.MadeKey or CampaignEntryEvent.Handled) => word,
        ({ Length: > 0 }, CampaignEntryEvent.Removed) => "removed",
        ("", OnSiteCheckEvent.Recorded recorded) => recorded.Findings.IsEmpty ? "clean" : "open",
        ("open", OnSiteCheckEvent.Rectified) => "rectified",
        ("rectified", OnSiteCheckEvent.SentBack) => "open",
        ("rectified", OnSiteCheckEvent.Passed) => "passed",
        ({ Length: > 0 }, FirstRequestEvent.ContentErased or RoutingEvent.ContentErased or ComplaintEvent.ContentErased) => word,
        _ => null,
    };

    /// <summary>L2: the word is the highest level that may be received next.</summary>
    private static string? LevelAfter(string word, CampaignLevel level)
    {
        var next = Enum.Parse<CampaignLevel>(word);
        return level == next ? (level + 1).ToString() : level == next - 1 ? word : null;
    }

    /// <summary>Every text of an entry can be read until it is erased, and not afterwards.</summary>
    private static void CheckKeys(MemoryTables tables, StreamId stream, List<RegisterEntry> entries, IReadOnlyDictionary<DataKeyId, long> erased, Findings findings)
    {
        var person = entries[0].Event is FirstRequestEvent.Received { Petitioner: not null } of ? of.Person.Key : (DataKeyId?)null;
        var end = entries.FindLast(e => e.Event is FirstRequestEvent.ContentErased or RoutingEvent.ContentErased or ComplaintEvent.ContentErased)?.Recorded.Position ?? 0;
        foreach (var (recorded, @event) in entries)
        {
            foreach (var key in SealingAudit.KeysOf(@event))
            {
                var isThere = tables.Keys.ContainsKey(key);
                if (key == person)
                    findings.Require(isThere || erased.GetValueOrDefault(key) > recorded.Position, $"{@event.GetType().Name} of {stream} is sealed with a person's key that is not there.");
                else
                    findings.Require(isThere == recorded.Position > end, $"{@event.GetType().Name} of {stream} is sealed with a key that is{(isThere ? "" : " not")} there.");
            }
        }
    }

    private static void CheckLedger(RegisterHistory history, LedgerChanges ledger, Findings findings)
    {
        var rows = ledger.FirstRequests.Rows.Select(r => ($"first-request/{r.Request}", r.Updated, r.Status + (r.Filed == true ? ", filed" : "")))
            .Concat(ledger.Routings.Rows.Select(r => ($"routing/{r.Routing}", r.Updated, r.Status!)))
            .Concat(ledger.ErrandDesks.Rows.Select(r => ($"errand-desk/{r.Desk}", r.Updated, r.ClosedOn is null ? "at work" : "closed")))
            .Concat(ledger.Complaints.Rows.Select(r => ($"complaint/{r.Complaint}", r.Updated, r.Status!)))
            .Concat(ledger.Campaigns.Rows.Select(r => ($"campaign/{r.Campaign}", r.Updated, "running")))
            .Concat(ledger.CampaignCases.Rows.Select(r => ($"campaign-entry/{r.Campaign}/{r.Case}", r.Updated, r.IsRemoved == true ? "removed" : "gathered")))
            .Concat(ledger.OnSiteChecks.Rows.Select(r => ($"on-site-check/{r.Check}", r.Updated, r.Status!)))
            .ToHashSet();
        var expected = history.Entries.Select(e => (e.Key.Value, LastToldOf(e.Value), WordOf(e.Key, e.Value))).ToHashSet();
        foreach (var row in rows.Except(expected))
            findings.Add($"The registers in the ledger say {row}, the events do not.");
        foreach (var row in expected.Except(rows))
            findings.Add($"The events say {row}, the registers in the ledger do not.");
    }

    /// <summary>The ledger holds no text, so that it does not hear of an erasure.</summary>
    private static long LastToldOf(List<RegisterEntry> entries) =>
        entries.Last(e => e.Event is not (FirstRequestEvent.ContentErased or RoutingEvent.ContentErased or ComplaintEvent.ContentErased)).Recorded.Position;

    private static string WordOf(StreamId stream, List<RegisterEntry> entries)
    {
        var word = entries.Aggregate("", (word, e) => After(word, e.Event) ?? word);
        return RegisterHistory.KindOf(stream) != "campaign-entry" || word == "removed" ? word : "gathered";
    }
}
