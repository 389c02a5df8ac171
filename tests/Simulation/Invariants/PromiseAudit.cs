using System.Text.Json;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Journal.GroupCommit;
using PetitionMesh.Journal.Memory;
using PetitionMesh.Simulation.People;

namespace PetitionMesh.Simulation.Invariants;

/// <summary>What clients were told against what is written: acknowledged is there once, refused is not there, one set of events per command.</summary>
internal static class PromiseAudit
{
    /// <summary>Status that only the answer to a reception has.</summary>
    private const int Registered = 201;

    /// <summary>Status of the answer to an act on a case.</summary>
    private const int Acted = 200;

    public static void Check(MemoryTables tables, CaseHistory history, Book book, Findings findings)
    {
        var receptions = history.Receptions.ToLookup(r => r.Event.Reception);
        var imports = history.Cases.Values.SelectMany(c => c).Select(e => e.Event).OfType<CaseEvent.Imported>()
            .SelectMany(i => i.Rows).ToLookup(r => r.Row);
        foreach (var promise in book.Promises)
        {
            var command = tables.Commands.GetValueOrDefault(new CommandName(promise.Caller, promise.Key))?.Command;
            if (promise.WasRefused is { } code && promise.Winner is null)
                findings.Require(command is null, $"{promise.Key} was refused ({code}) and yet registered.");
            if (promise.Winner is null)
                continue;
            if (promise.Request is Request.Identification or Request.Joining)
            {
                CheckAct(promise, history, findings);
                continue;
            }

            findings.Require(
                command is not null && command.Answer.AsSpan().SequenceEqual(promise.Answer.AsSpan()),
                $"{promise.Key} was acknowledged, but the command table {(command is null ? "has no such command" : "holds another answer")}.");
            if (promise.Request is Request.Work or Request.Erasure or Request.Entry)
                continue;
            if (promise.Request is Request.Import import)
                findings.Require(imports[import.Matter.Rows[0].Row].Count() == 1, $"{promise.Key} was acknowledged, but its row is there {imports[import.Matter.Rows[0].Row].Count()} times.");
            else
                CheckReception(promise, receptions, findings);
        }

        var entries = book.Promises.Where(p => p.Request is Request.Entry).Select(p => new CommandName(p.Caller, p.Key)).ToHashSet();
        var registered = tables.Commands.Count(c => c.Value.Command.Status == Registered && !entries.Contains(c.Key));
        findings.Require(registered == receptions.Count, $"{registered} commands are on record that registered a reception, and {receptions.Count} receptions.");
        CheckActs(tables, history, entries, findings);
        CheckSets(tables, history, receptions.Select(r => r.First().Recorded.At), findings);
    }

    /// <summary>An act that its answer names stands in the file of its case, whether this command recorded it or found it so already.</summary>
    private static void CheckActs(MemoryTables tables, CaseHistory history, HashSet<CommandName> entries, Findings findings)
    {
        var acts = history.Cases.Values.SelectMany(c => c).Select(e => EndAudit.ActIdOf(e.Event)).Where(act => act is not null).ToHashSet();
        foreach (var (name, stored) in tables.Commands.Where(c => c.Value.Command.Status == Acted && !entries.Contains(c.Key)))
        {
            var told = JsonSerializer.Deserialize(stored.Command.Answer.AsSpan(), AnswersJson.Default.ActAnswer);
            if (told?.Act is { } act)
                findings.Require(acts.Contains(act.Value), $"{name.Key} was answered with act {act.Value[..8]}, which no event records.");
        }
    }

    /// <summary>No set of events without its command, which was written at the same instant. A command alone is one that found things so already.</summary>
    private static void CheckSets(MemoryTables tables, CaseHistory history, IEnumerable<DateTimeOffset> receptions, Findings findings)
    {
        var commands = tables.Commands.Values.CountBy(c => c.At).ToDictionary();
        var others = history.Cases.Values.SelectMany(c => c.Where((e, i) => IsOfOneCommand(e.Event, i == 0 ? null : c[i - 1].Event)).Select(e => e.Recorded.At));
        foreach (var (at, sets) in receptions.Concat(others).CountBy(at => at))
            findings.Require(commands.GetValueOrDefault(at) >= sets, $"{commands.GetValueOrDefault(at)} commands are on record for {sets} sets of events of {at:O}.");
    }

    /// <summary>The one event by which each command but a reception's is counted.</summary>
    private static bool IsOfOneCommand(CaseEvent @event, CaseEvent? before) => @event switch
    {
        CaseEvent.Imported or CaseEvent.Identified or CaseEvent.JoinedInto => true,
        CaseEvent.ClockPaused or CaseEvent.ClockResumed or CaseEvent.Rated or CaseEvent.ContentErased => true,
        CaseEvent.SummonsPassed or CaseEvent.SummonsEscalated => false,
        CaseEvent.OfSummons or CaseEvent.OwnerRelieved => true,
        // Who recuses himself and names his successor does it in one.
        CaseEvent.OwnerSucceeded succeeded => !(before is CaseEvent.OwnerRelieved relieved && relieved.At == succeeded.At),
        _ => EndAudit.ActIdOf(@event) is not null,
    };

    /// <summary>An act that already was true writes no event; what it says must hold all the same.</summary>
    private static void CheckAct(Promise promise, CaseHistory history, Findings findings)
    {
        switch (promise.Request)
        {
            case Request.Identification { Command: var command }:
                findings.Require(
                    history.Links.Any(l => l.Link.Petitioner == command.Person.Key && l.Link.Case == command.Case),
                    $"{promise.Key} was acknowledged, but the case is not the person's.");
                break;
            case Request.Joining joining:
                findings.Require(
                    history.GoesOnAs(joining.Lower) == history.GoesOnAs(joining.Command.Other),
                    $"{promise.Key} was acknowledged, but the two cases are not one.");
                break;
        }
    }

    private static void CheckReception(Promise promise, ILookup<ReceptionId, (Grains.Journaling.RecordedEvent Recorded, CaseEvent.Received Event)> receptions, Findings findings)
    {
        var told = Book.Read(promise.Answer);
        var command = ((Request.Reception)promise.Request!).Command;
        var there = receptions[command.Reception].ToArray();
        findings.Require(told.Reception == command.Reception, $"{promise.Key} was answered with another reception.");
        findings.Require(there.Length == 1, $"{promise.Key} was acknowledged, but its reception is in the journal {there.Length} times.");
        if (there is [var (_, written)])
        {
            findings.Require(
                written.Case == told.Case && written.Number == told.Number && written.First == told.First && written.Court == command.Court
                    && written.Receiver == command.Receiver && written.Headcount == command.Headcount,
                $"{promise.Key} was told something else than what is written.");
        }
    }
}
