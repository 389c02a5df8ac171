using PetitionMesh.Grains.Leaders;

namespace PetitionMesh.Grains.Duties;

/// <summary>A shift's log is written, or written anew.</summary>
/// <param name="Leader">Who led the shift, by the roster.</param>
/// <param name="Begun">Whether the shift has begun.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.write-duty-log")]
public sealed record WriteDutyLog(
    [property: Id(0)] CommandId Id,
    [property: Id(1)] Actor Actor,
    [property: Id(2)] DateTimeOffset Now,
    [property: Id(3)] LeaderId Leader,
    [property: Id(4)] bool Begun,
    [property: Id(5)] Secret Window,
    [property: Id(6)] Secret? Matters);

/// <summary>What writing it answers.</summary>
/// <param name="Times">How often it has been written: more than once is a correction.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.duty-log-answer")]
public sealed record DutyLogAnswer([property: Id(0)] DutyLogId Log, [property: Id(1)] LeaderId Leader, [property: Id(2)] int Times, [property: Id(3)] DateTimeOffset At);

/// <summary>A log as it is kept: its texts are sealed and opened by whoever may read them.</summary>
[GenerateSerializer, Immutable, Alias("petition-mesh.duty-log-standing")]
public sealed record DutyLogStanding(
    [property: Id(0)] LeaderId Leader,
    [property: Id(1)] Sealed Window,
    [property: Id(2)] Sealed? Matters,
    [property: Id(3)] int Times,
    [property: Id(4)] DateTimeOffset At,
    [property: Id(5)] string? By);
