using Orleans;
using PetitionMesh.Grains;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Cases.Acts;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Petitioners;
using PetitionMesh.Grains.Privacy;

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

    /// <summary>Deletes the keys of a person, or of a case that stands by itself.</summary>
    public sealed record Erasure(PetitionerKey? Person, CaseId? Case, EraseData Command) : Request(Command.Id)
    {
        public override string ToString() => $"{Id.Key} erases {Person?.Value ?? Case!.Value.Value[..8]}";
    }

    /// <summary>Work on one case. What already was so writes no event, but its command with the answer.</summary>
    public abstract record Work(CommandId Id, CaseId Case) : Request(Id);

    public sealed record Act(CaseId Case, ActRequest Command) : Work(Command.Id, Case)
    {
        public override string ToString() => $"{Id.Key} {Command.Kind} on {Case.Value[..8]} as {Command.Actor.Subject}";
    }

    public sealed record Filing(CaseId Case, PaperFiling Command) : Work(Command.Id, Case)
    {
        public override string ToString() => $"{Id.Key} files {Command.Kind} on {Case.Value[..8]}";
    }

    public sealed record OutsideVisitTold(CaseId Case, OutsideVisit Command) : Work(Command.Id, Case)
    {
        public override string ToString() => $"{Id.Key} tells of a visit to {Command.Place} on {Case.Value[..8]}";
    }

    public sealed record PetitionersWord(CaseId Case, PetitionerWord Command) : Work(Command.Id, Case)
    {
        public override string ToString() => $"{Id.Key} {(Command.Stars is { } stars ? $"rates {Case.Value[..8]} with {stars}" : $"asks to reopen {Case.Value[..8]}")}";
    }

    public sealed record SummonsAnswer(CaseId Case, AnswerSummons Command) : Work(Command.Id, Case)
    {
        public override string ToString() => $"{Id.Key} {Command.Act.GetType().Name} summons {Command.Summons.Value[..8]} as {Command.Actor.Subject}";
    }

    public sealed record Succession(CaseId Case, ChangeHands Command) : Work(Command.Id, Case)
    {
        public override string ToString() => $"{Id.Key} {Command.Act.GetType().Name} on {Case.Value[..8]} as {Command.Actor.Subject}";
    }

    /// <summary>A command to one of the registers beside the cases.</summary>
    /// <param name="Stream">Of the entry that it begins or works on.</param>
    /// <param name="Tell">Tells the grain, at an instant that differs from attempt to attempt.</param>
    public sealed record Entry(CommandId Id, StreamId Stream, CourtId Court, string What, Func<IGrainFactory, DateTimeOffset, Task<ActReply>> Tell) : Request(Id)
    {
        public DateTimeOffset Now { get; init; }

        public override string ToString() => $"{Id.Key} {What} of {Stream.Value[..(Stream.Value.IndexOf('/', StringComparison.Ordinal) + 9)]}";
    }

    private static string Words(CaseReference reference) =>
        reference.Number?.Value ?? reference.Id?.Value ?? (reference.New ? "new" : "absent");
}
