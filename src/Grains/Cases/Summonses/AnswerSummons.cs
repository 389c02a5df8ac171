namespace PetitionMesh.Grains.Cases;

/// <summary>Something that is done about a summons. Asked of the case that sent it.</summary>
[GenerateSerializer, Immutable, Alias("petition-mesh.answer-summons")]
public sealed record AnswerSummons(
    [property: Id(0)] CommandId Id,
    [property: Id(1)] Actor Actor,
    [property: Id(2)] DateTimeOffset Now,
    [property: Id(3)] SummonsId Summons,
    [property: Id(4)] SummonsAct Act);

/// <summary>The acts, a closed family.</summary>
[GenerateSerializer, Immutable, Alias("petition-mesh.summons-act")]
public abstract record SummonsAct
{
    [GenerateSerializer, Immutable, Alias("petition-mesh.summons-act.acknowledge")]
    public sealed record Acknowledge : SummonsAct;

    /// <param name="At">When he came; null is now.</param>
    [GenerateSerializer, Immutable, Alias("petition-mesh.summons-act.attend")]
    public sealed record Attend([property: Id(0)] DateTimeOffset? At) : SummonsAct;

    [GenerateSerializer, Immutable, Alias("petition-mesh.summons-act.arrange")]
    public sealed record Arrange([property: Id(0)] MeetingArrangement Meeting) : SummonsAct;

    /// <param name="At">When they met; null is now.</param>
    [GenerateSerializer, Immutable, Alias("petition-mesh.summons-act.keep")]
    public sealed record Keep([property: Id(0)] DateTimeOffset? At) : SummonsAct;

    [GenerateSerializer, Immutable, Alias("petition-mesh.summons-act.miss")]
    public sealed record Miss([property: Id(0)] string? Reason) : SummonsAct;

    /// <summary>The court's sweeper asks; decides nothing before its time, and nothing twice.</summary>
    /// <param name="AnswerWithin">Limit of the court that calls.</param>
    /// <param name="MissedAfter">How long after its time an arranged meeting may stay unrecorded.</param>
    [GenerateSerializer, Immutable, Alias("petition-mesh.summons-act.sweep")]
    public sealed record Sweep([property: Id(0)] TimeSpan AnswerWithin, [property: Id(1)] TimeSpan MissedAfter) : SummonsAct;

    private SummonsAct()
    {
    }
}
