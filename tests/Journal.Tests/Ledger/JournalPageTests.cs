using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Journal.Ledger;
using PetitionMesh.Tests;

namespace PetitionMesh.Journal.Tests.Ledger;

/// <summary>The page about the journal, docs/journal.md, tells of every event that has rows and of every table.</summary>
public sealed partial class JournalPageTests
{
    /// <summary>Families of which the page says as a whole that no rows come from them.</summary>
    private static readonly string[] s_withoutRows = ["RosterEvent", "ReceptionDaysEvent", "DutyLogEvent", "ErasureEvent"];

    [Fact]
    public void Every_event_is_told_of()
    {
        var told = Quoted().Matches(Page()).Select(m => m.Groups[1].Value).ToHashSet();
        var events =
            from family in typeof(CaseEvent).Assembly.GetTypes()
            from JsonDerivedTypeAttribute kind in family.GetCustomAttributes(typeof(JsonDerivedTypeAttribute), inherit: false)
            where family.Name.EndsWith("Event", StringComparison.Ordinal) && !s_withoutRows.Contains(family.Name)
            select (Family: family.Name, kind.DerivedType.Name);
        Assert.NotEmpty(events);
        Assert.Equal([], events.Where(e => !told.Contains(e.Name)).Select(e => $"{e.Family}.{e.Name}"));
    }

    [Fact]
    public void Every_table_is_told_of_and_no_other()
    {
        var tables = LedgerSchema.Postgres.Concat(LedgerSchema.Sqlite).SelectMany(s => Table().Matches(s)).Select(m => m.Groups[1].Value).ToHashSet();
        var rows = Row().Matches(Page()).SelectMany(m => Quoted().Matches(m.Groups[1].Value)).Select(m => m.Groups[1].Value).Where(name => name.Contains('_', StringComparison.Ordinal));
        Assert.Equal([], tables.Where(t => !Page().Contains($"`{t}`", StringComparison.Ordinal)));
        Assert.Subset(tables, rows.ToHashSet());
    }

    private static string Page() => Repository.Read("docs/journal.md");

    [GeneratedRegex(@"`(\w+)`")]
    private static partial Regex Quoted();

    /// <summary>What a row of the table of events says of rows.</summary>
    [GeneratedRegex(@"^\| [^|]*`[A-Z]\w+`[^|]* \| (.*) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"create table (?:if not exists )?(\w+)")]
    private static partial Regex Table();
}
