using System.Collections.Immutable;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Leaders;
using PetitionMesh.Grains.Petitioners;

namespace PetitionMesh.Grains.Cases;

/// <summary>
/// A reception on its way to its case, sealed. Carries the slices of the petitioners whose turns are held for it, so that the
/// case appends them together with its own, or nothing.
/// </summary>
/// <param name="Opening">Set when the petitioner has decided that this is a new case.</param>
/// <param name="Joining">Representatives whom this reception brings to a case that exists.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.case-reception")]
public sealed record CaseReception(
    [property: Id(0)] CommandId Id,
    [property: Id(1)] Actor Actor,
    [property: Id(2)] DateTimeOffset Now,
    [property: Id(3)] ReceptionId Reception,
    [property: Id(4)] SummonsId Summons,
    [property: Id(5)] CourtId Court,
    [property: Id(6)] Channel Channel,
    [property: Id(7)] LeaderId? Receiver,
    [property: Id(8)] DateTimeOffset OccurredAt,
    [property: Id(9)] Opening? Opening,
    [property: Id(10)] PetitionerKey? Petitioner,
    [property: Id(11)] ImmutableArray<PetitionerKey> Joining,
    [property: Id(12)] SealedContent Content,
    [property: Id(13)] int Headcount,
    [property: Id(14)] Level Level,
    [property: Id(15)] ImmutableArray<ReceptionWarning> Warnings,
    [property: Id(16)] ImmutableArray<Slice> Slices,
    [property: Id(17)] ImmutableArray<WrappedKey> Keys)
{
    /// <inheritdoc cref="Petitioners.Receive.OriginalJudge"/>
    [Id(18)]
    public string? OriginalJudge { get; init; }

    /// <inheritdoc cref="CaseEvent.Received.Representatives"/>
    [Id(19)]
    public ImmutableArray<PetitionerKey>? Representatives { get; init; }

    public static CaseReception Of(Receive command, SealedContent content) => new(
        command.Id,
        command.Actor,
        command.Now,
        command.Reception,
        command.Summons,
        command.Court,
        command.Channel,
        command.Receiver,
        command.OccurredAt,
        Opening: null,
        command.Persons[0].Key,
        Joining: [],
        content,
        command.Headcount,
        command.Level,
        Warnings: [],
        Slices: [],
        Keys: [])
    {
        OriginalJudge = command.OriginalJudge,
        Representatives = command.Persons.Length == 1 ? null : [.. command.Persons.Skip(1).Select(p => p.Key!.Value)],
    };
}
