using PetitionMesh.Grains;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Petitioners;
using PetitionMesh.Journal.Memory;
using PetitionMesh.Simulation.People;

namespace PetitionMesh.Simulation.Invariants;

/// <summary>
/// A command is never decided on less than was committed before it was sent. An append sees to that by its versions; a refusal appends
/// nothing, so it is held against what was there when the client asked.
/// </summary>
internal sealed class RefusalAudit
{
    private readonly Receive? _command;
    private readonly HashSet<Guid> _ofAny;
    private readonly bool _isThere;

    private RefusalAudit(Receive? command, MemoryTables tables)
    {
        _command = command;
        var links = tables.Ledger.Read(ledger => ledger.PetitionerCases.Rows.ToArray());
        var persons = command?.Persons.Select(p => p.Key?.Value).ToHashSet() ?? [];
        _ofAny = [.. links.Where(l => persons.Contains(l.Petitioner)).Select(l => l.Case)];
        _isThere = command?.Case.Id is { } id && tables.Ledger.Read(ledger => ledger.CaseFiles.Find(id.Guid)) is not null;
    }

    public static RefusalAudit AtSending(Request request, MemoryTables tables) => new((request as Request.Reception)?.Command, tables);

    /// <summary>What was overlooked, or null.</summary>
    public string? Overlooked(Refusal refusal) => refusal.Code switch
    {
        "case-of-another-person" when _command?.Case.Id is { } id && _ofAny.Contains(id.Guid) => $"that case {id.Value[..8]} is the person's",
        "unknown-case" when _isThere => $"that there is a case {_command!.Case.Id!.Value.Value[..8]}",
        _ => null,
    };
}
