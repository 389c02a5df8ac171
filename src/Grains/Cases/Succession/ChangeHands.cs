using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Leaders;

namespace PetitionMesh.Grains.Cases;

/// <summary>Who owns a case shall change (W3).</summary>
/// <param name="Away">Leaders on long leave now: none of them can take a case over.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.change-hands")]
public sealed record ChangeHands(
    [property: Id(0)] CommandId Id,
    [property: Id(1)] Actor Actor,
    [property: Id(2)] DateTimeOffset Now,
    [property: Id(3)] HandsAct Act,
    [property: Id(4)] System.Collections.Immutable.ImmutableArray<LeaderId> Away);

/// <summary>The acts, a closed family.</summary>
[GenerateSerializer, Immutable, Alias("petition-mesh.hands-act")]
public abstract record HandsAct
{
    /// <param name="On">City day of the approval.</param>
    [GenerateSerializer, Immutable, Alias("petition-mesh.hands-act.succeed")]
    public sealed record Succeed(
        [property: Id(0)] LeaderId To,
        [property: Id(1)] SuccessionGround Ground,
        [property: Id(2)] string Reason,
        [property: Id(3)] LeaderId ApprovedBy,
        [property: Id(4)] DateOnly On) : HandsAct;

    /// <param name="To">Who takes it over at once; null leaves the case on the list of those without an active owner.</param>
    [GenerateSerializer, Immutable, Alias("petition-mesh.hands-act.recuse")]
    public sealed record Recuse(
        [property: Id(0)] RecusalGround Ground,
        [property: Id(1)] LeaderId? To,
        [property: Id(2)] string Reason,
        [property: Id(3)] LeaderId ApprovedBy,
        [property: Id(4)] DateOnly On) : HandsAct;

    private HandsAct()
    {
    }
}

/// <summary>The sweeper found the case without an active owner for more than one working day.</summary>
/// <param name="Owner">Who owned it when that was found; decides nothing once it is another.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.remind-office")]
public sealed record RemindOffice(
    [property: Id(0)] DateTimeOffset Now,
    [property: Id(1)] CourtId Office,
    [property: Id(2)] LeaderId? Owner,
    [property: Id(3)] VacancyGround Ground,
    [property: Id(4)] DateOnly Since,
    [property: Id(5)] DateOnly DueOn);

/// <summary>In whose hands a case is: what an act of succession answers.</summary>
/// <param name="Relieved">The owner has recused himself and nobody has been named yet.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.hands-standing")]
public sealed record HandsStanding(
    [property: Id(0)] CaseId CaseId,
    [property: Id(1)] LeaderId Owner,
    [property: Id(2)] CourtId Court,
    [property: Id(3)] OwnerOrigin Origin,
    [property: Id(4)] DateTimeOffset Since,
    [property: Id(5)] LeaderId? FirstReceiver,
    [property: Id(6)] bool Relieved);
