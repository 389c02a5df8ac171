using System.Collections.Immutable;
using PetitionMesh.Grains.Cases;

namespace PetitionMesh.Grains.ErrandDesks;

/// <summary>Registers a complaint at a stuck-errand desk (Y6).</summary>
/// <param name="Today">City day.</param>
/// <param name="Desk">As it stood a moment ago; null where there is none of that id.</param>
/// <param name="Day">接收日期.</param>
/// <param name="Alleged">Of the list, each once; may be empty.</param>
/// <param name="Content">What errand could not be done.</param>
/// <param name="Name">Of who complains; null where nobody said it, as with <paramref name="Phone"/>.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.register-complaint")]
public sealed record RegisterComplaint(
    [property: Id(0)] CommandId Id,
    [property: Id(1)] Actor Actor,
    [property: Id(2)] DateTimeOffset Now,
    [property: Id(3)] DateOnly Today,
    [property: Id(4)] ErrandDeskAnswer? Desk,
    [property: Id(5)] Channel Channel,
    [property: Id(6)] DateOnly Day,
    [property: Id(7)] ImmutableArray<ForbiddenConduct> Alleged,
    [property: Id(8)] Secret Content,
    [property: Id(9)] Secret? Name,
    [property: Id(10)] Secret? Phone)
{
    public ComplaintId Complaint => new(Id.Derive("complaint"));
}

/// <summary>A step of a complaint: exactly one of the three.</summary>
/// <param name="Today">City day.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.complaint-step")]
public sealed record ComplaintStep(
    [property: Id(0)] CommandId Id, [property: Id(1)] Actor Actor, [property: Id(2)] DateTimeOffset Now, [property: Id(3)] DateOnly Today)
{
    [Id(4)] public CirculateComplaint? Circulate { get; init; }

    [Id(5)] public CheckComplaint? Check { get; init; }

    [Id(6)] public AnswerComplaint? Answer { get; init; }

    internal bool HasText => Circulate is null;
}

/// <summary>流转.</summary>
/// <param name="DueOn">核查期限; null for the ordinary one.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.circulate-complaint")]
public sealed record CirculateComplaint([property: Id(0)] string Division, [property: Id(1)] DateOnly? DueOn);

/// <summary>核查.</summary>
/// <param name="Found">Of the list, each once.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.check-complaint")]
public sealed record CheckComplaint(
    [property: Id(0)] CheckOutcome Outcome, [property: Id(1)] string CheckedBy, [property: Id(2)] Secret Findings, [property: Id(3)] ImmutableArray<ForbiddenConduct> Found);

/// <summary>答复.</summary>
/// <param name="Day">答复日期.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.answer-complaint")]
public sealed record AnswerComplaint(
    [property: Id(0)] string AnsweredBy, [property: Id(1)] AnswerMeans Means, [property: Id(2)] Secret Text, [property: Id(3)] DateOnly Day);

/// <summary>What registering a complaint, and every step of it, answers.</summary>
/// <param name="Division">That checks it, or has checked it; null before the circulation, as is <paramref name="DueOn"/>.</param>
/// <param name="DueOn">核查期限: the last day of the check, until 24:00 (Y6).</param>
/// <param name="Late">Checked after its last day; null while it is not checked, as is <paramref name="Outcome"/>.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.complaint-answer")]
public sealed record ComplaintAnswer(
    [property: Id(0)] ComplaintId ComplaintId,
    [property: Id(1)] ComplaintStatus Status,
    [property: Id(2)] ErrandDeskId DeskId,
    [property: Id(3)] string? Division,
    [property: Id(4)] DateOnly? DueOn,
    [property: Id(5)] CheckOutcome? Outcome,
    [property: Id(6)] bool? Late,
    [property: Id(7)] DateOnly? AnsweredOn);
