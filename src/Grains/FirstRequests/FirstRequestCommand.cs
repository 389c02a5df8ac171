using System.Collections.Immutable;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Petitioners;

namespace PetitionMesh.Grains.FirstRequests;

/// <summary>Registers a first request (Y1), at a window or out of an imported register.</summary>
/// <param name="To">The body it is passed on to at once; needed where <paramref name="Handling"/> is <see cref="RequestHandling.Guided"/>.</param>
/// <param name="DoneOn">Null while it is open; what is done on the spot is done on <paramref name="Day"/>.</param>
/// <param name="Register">登记号 of an imported register.</param>
/// <param name="Import">Null at a window.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.receive-first-request")]
public sealed record ReceiveFirstRequest(
    [property: Id(0)] CommandId Id,
    [property: Id(1)] Actor Actor,
    [property: Id(2)] DateTimeOffset Now,
    [property: Id(3)] CourtId Court,
    [property: Id(4)] Channel Channel,
    [property: Id(5)] DateOnly Day,
    [property: Id(6)] TimeOnly? Time,
    [property: Id(7)] string? Responsible,
    [property: Id(8)] RequestKind? Kind,
    [property: Id(9)] RequestHandling? Handling,
    [property: Id(10)] Person Person,
    [property: Id(11)] Secret Claim,
    [property: Id(12)] CaseNumber? Number,
    [property: Id(13)] DateOnly? DueOn,
    [property: Id(14)] DateOnly? DoneOn,
    [property: Id(15)] Secret? Result,
    [property: Id(16)] string? To,
    [property: Id(17)] DateTimeOffset? Appointment,
    [property: Id(18)] string? Register,
    [property: Id(19)] FirstRequestOrigin? Import)
{
    /// <summary>A row of a register is known by what it says of the receipt, so that a later sheet brings what has been done since and not another request.</summary>
    public FirstRequestId Request => Import?.Request ?? new(Id.Derive("first-request"));

    /// <summary>The same with its personal data sealed, on its way to the request's own grain.</summary>
    internal SealedFirstRequest SealedWith(SealingKey sealing, ImmutableArray<Slice> slices)
    {
        var entity = Request.Value;
        return new SealedFirstRequest(
            this with { Person = Person with { IdNumber = new Secret(""), Name = null, Phone = null }, Claim = new Secret(""), Result = null },
            sealing.Key.SealPerson(entity, Person),
            sealing.Key.Seal(entity, Sealing.ClaimField, Claim.Value),
            Result is { } result ? sealing.Key.Seal(entity, FirstRequestGrain.ResultField, result.Value) : null,
            sealing.With(slices),
            sealing.Rows);
    }
}

/// <summary>The row of an imported register that a first request comes from.</summary>
/// <param name="Import">Id of the import.</param>
/// <param name="Request">Derived from what the row says of the receipt.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.first-request-origin")]
public sealed record FirstRequestOrigin([property: Id(0)] string Import, [property: Id(1)] FirstRequestId Request);

/// <summary>What a row of an imported register did; kept as the answer of its command.</summary>
/// <param name="Import">The import that brought it, which is an earlier one when the same row comes again.</param>
/// <param name="Result">Null where the city knew all of it.</param>
public sealed record FirstRequestImported(string Import, ImportResult? Result);

/// <summary>A <see cref="ReceiveFirstRequest"/>, sealed, with the slice of its petitioner.</summary>
[GenerateSerializer, Immutable, Alias("petition-mesh.sealed-first-request")]
public sealed record SealedFirstRequest(
    [property: Id(0)] ReceiveFirstRequest Command,
    [property: Id(1)] Sealed Person,
    [property: Id(2)] Sealed Claim,
    [property: Id(3)] Sealed? Result,
    [property: Id(4)] ImmutableArray<Slice> Slices,
    [property: Id(5)] ImmutableArray<WrappedKey> Keys);

/// <summary>A step of a request that is registered: exactly one of the four.</summary>
/// <param name="Today">City day.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.first-request-step")]
public sealed record FirstRequestStep(
    [property: Id(0)] CommandId Id, [property: Id(1)] Actor Actor, [property: Id(2)] DateTimeOffset Now, [property: Id(3)] DateOnly Today)
{
    [Id(4)] public PassOn? PassOn { get; init; }

    [Id(5)] public Finish? Finish { get; init; }

    [Id(6)] public CaseId? Enter { get; init; }

    [Id(7)] public bool File { get; init; }
}

/// <summary>流转: the right body is named.</summary>
[GenerateSerializer, Immutable, Alias("petition-mesh.pass-on-first-request")]
public sealed record PassOn([property: Id(0)] string To, [property: Id(1)] DateTimeOffset? Appointment, [property: Id(2)] Secret? Note);

/// <summary>办结.</summary>
[GenerateSerializer, Immutable, Alias("petition-mesh.finish-first-request")]
public sealed record Finish([property: Id(0)] DateOnly Day, [property: Id(1)] Secret? Result);

/// <summary>What registering a first request, and every step of it, answers.</summary>
/// <param name="DueOn">答复期限, where one was promised.</param>
/// <param name="PassedTo">The body it was passed on to last.</param>
/// <param name="CaseId">The case that it became.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.first-request-answer")]
public sealed record FirstRequestAnswer(
    [property: Id(0)] FirstRequestId RequestId,
    [property: Id(1)] RequestStatus Status,
    [property: Id(2)] DateOnly? DueOn,
    [property: Id(3)] DateOnly? DoneOn,
    [property: Id(4)] string? PassedTo,
    [property: Id(5)] CaseId? CaseId,
    [property: Id(6)] bool Filed);
