using System.Text.Json.Serialization;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Petitioners;

namespace PetitionMesh.Grains.FirstRequests;

/// <summary>What happened to a first request (Y1). Names and fields are on disk: add to them, never change them.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(Received), "first-request.received.v1")]
[JsonDerivedType(typeof(PassedOn), "first-request.passed-on.v1")]
[JsonDerivedType(typeof(Finished), "first-request.finished.v1")]
[JsonDerivedType(typeof(Entered), "first-request.entered.v1")]
[JsonDerivedType(typeof(Filed), "first-request.filed.v1")]
[JsonDerivedType(typeof(ContentErased), "first-request.content-erased.v1")]
public abstract record FirstRequestEvent
{
    /// <summary>Somebody asked for something, and whoever received it is responsible.</summary>
    /// <param name="Day">City day of receipt.</param>
    /// <param name="Time">Null where a sheet does not say it.</param>
    /// <param name="Responsible">首诉负责人 by name: of any rank, and no owner in the sense of W3. Null where a sheet names nobody.</param>
    /// <param name="Kind">Null where a sheet does not say it, as with <paramref name="Handling"/>.</param>
    /// <param name="Petitioner">Whose key sealed the rest; null without identity document, then it is a key of the request's own.</param>
    /// <param name="Number">Of the lawsuit that it concerns.</param>
    /// <param name="DueOn">答复期限: the day promised.</param>
    /// <param name="Register">登记号 of an imported register.</param>
    /// <param name="Import">Id of the import that brought it; null when it was registered here.</param>
    public sealed record Received(
        FirstRequestId Request,
        CourtId Court,
        Channel Channel,
        DateOnly Day,
        TimeOnly? Time,
        string? Responsible,
        RequestKind? Kind,
        RequestHandling? Handling,
        PetitionerKey? Petitioner,
        Sealed Person,
        Sealed Claim,
        CaseNumber? Number,
        DateOnly? DueOn,
        string? Register,
        string? Import,
        DateTimeOffset At) : FirstRequestEvent;

    /// <summary>流转: the right body was named.</summary>
    /// <param name="Appointment">When it receives the person; null where none was made.</param>
    /// <param name="Note">Sealed, as it may name persons.</param>
    public sealed record PassedOn(FirstRequestId Request, string To, DateTimeOffset? Appointment, Sealed? Note, DateTimeOffset At) : FirstRequestEvent;

    /// <summary>办结.</summary>
    /// <param name="Result">What came of it, sealed.</param>
    public sealed record Finished(FirstRequestId Request, DateOnly Day, Sealed? Result, DateTimeOffset At) : FirstRequestEvent;

    /// <summary>It goes on as a case, with an owner in the sense of W3.</summary>
    public sealed record Entered(FirstRequestId Request, CaseId Case, DateTimeOffset At) : FirstRequestEvent;

    /// <summary>归档 by the first responsible person.</summary>
    public sealed record Filed(FirstRequestId Request, DateTimeOffset At) : FirstRequestEvent;

    /// <summary>The key of a request without identity document was deleted; with one, the petitioner's is.</summary>
    public sealed record ContentErased(FirstRequestId Request, string Reason) : FirstRequestEvent;

    private FirstRequestEvent()
    {
    }
}
