using PetitionMesh.Grains;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Petitioners;

namespace PetitionMesh.Simulation.People;

/// <summary>What a client sends: a reception from a window, or a matter of an imported ledger.</summary>
internal abstract record Request(CommandId Id)
{
    public sealed record Reception(Receive Command) : Request(Command.Id)
    {
        /// <summary>Nobody is identified, so the contact goes straight to a case.</summary>
        public bool IsUnidentified => Command.Persons[0].Key is null;

        public override string ToString() =>
            $"{Id.Key} {(IsUnidentified ? "unidentified" : string.Join('+', Command.Persons.Select(p => p.IdNumber.Value)))} {Words(Command.Case)} at {Command.Court} by {Command.Receiver?.Value ?? "nobody"}";
    }

    public sealed record Import(ImportMatter Matter) : Request(Matter.Id)
    {
        public override string ToString() => $"{Id.Key} imports {Matter.Person.IdNumber.Value} {Matter.Number?.Value ?? "without number"} for {Matter.Owner?.Value ?? "nobody"}";
    }

    /// <summary>Names the person of a case that stood by itself.</summary>
    public sealed record Identification(Identify Command) : Request(Command.Id)
    {
        public override string ToString() => $"{Id.Key} identifies {Command.Case.Value[..8]} as {Command.Person.IdNumber.Value}";
    }

    /// <summary>Joins two cases; asked of the one with the lower id.</summary>
    public sealed record Joining(CaseId Lower, JoinCases Command) : Request(Command.Id)
    {
        public override string ToString() => $"{Id.Key} joins {Lower.Value[..8]} and {Command.Other.Value[..8]}";
    }

    private static string Words(CaseReference reference) =>
        reference.Number?.Value ?? reference.Id?.Value ?? (reference.New ? "new" : "absent");
}
