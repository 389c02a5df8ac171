namespace PetitionMesh.Grains.Leaders;

/// <summary>A leader goes on long leave, or is back.</summary>
/// <param name="Court">The leader's own court.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.tell-long-leave")]
public sealed record TellLongLeave(
    [property: Id(0)] CommandId Id,
    [property: Id(1)] Actor Actor,
    [property: Id(2)] DateTimeOffset Now,
    [property: Id(3)] City.CourtId Court,
    [property: Id(4)] LongLeaveAct Act);

/// <summary>The acts, a closed family.</summary>
[GenerateSerializer, Immutable, Alias("petition-mesh.long-leave-act")]
public abstract record LongLeaveAct
{
    [GenerateSerializer, Immutable, Alias("petition-mesh.long-leave-act.begin")]
    public sealed record Begin([property: Id(0)] DateOnly From, [property: Id(1)] DateOnly? Until, [property: Id(2)] string Reason) : LongLeaveAct;

    [GenerateSerializer, Immutable, Alias("petition-mesh.long-leave-act.end")]
    public sealed record End([property: Id(0)] DateOnly On) : LongLeaveAct;

    private LongLeaveAct()
    {
    }
}

/// <summary>Where a leader stands after it.</summary>
[GenerateSerializer, Immutable, Alias("petition-mesh.leader-standing")]
public sealed record LeaderStanding([property: Id(0)] LeaderId LeaderId, [property: Id(1)] DateOnly? AwayFrom, [property: Id(2)] DateOnly? AwayUntil);
