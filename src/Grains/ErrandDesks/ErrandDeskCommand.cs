using PetitionMesh.Grains.City;

namespace PetitionMesh.Grains.ErrandDesks;

/// <summary>Opens a stuck-errand desk with its named officer (Y6).</summary>
/// <param name="Today">City day.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.open-errand-desk")]
public sealed record OpenErrandDesk(
    [property: Id(0)] CommandId Id,
    [property: Id(1)] Actor Actor,
    [property: Id(2)] DateTimeOffset Now,
    [property: Id(3)] DateOnly Today,
    [property: Id(4)] CourtId Court,
    [property: Id(5)] string Name,
    [property: Id(6)] string? Place,
    [property: Id(7)] string Officer)
{
    public ErrandDeskId Desk => new(Id.Derive("errand-desk"));
}

/// <summary>A step of a desk: it gets another officer, or is closed.</summary>
/// <param name="Today">City day.</param>
/// <param name="Officer">Who becomes its officer; null closes the desk.</param>
/// <param name="Reason">Of either.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.errand-desk-step")]
public sealed record ErrandDeskStep(
    [property: Id(0)] CommandId Id,
    [property: Id(1)] Actor Actor,
    [property: Id(2)] DateTimeOffset Now,
    [property: Id(3)] DateOnly Today,
    [property: Id(4)] string? Officer,
    [property: Id(5)] string Reason);

/// <summary>A stuck-errand desk as it stands (Y6); what opening one, and every step of it, answers.</summary>
/// <param name="Place">Where it is; null where nobody said.</param>
/// <param name="Officer">专人 by name; of a closed desk the last one.</param>
/// <param name="ClosedOn">Null while it is open.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.errand-desk-answer")]
public sealed record ErrandDeskAnswer(
    [property: Id(0)] ErrandDeskId DeskId,
    [property: Id(1)] CourtId Court,
    [property: Id(2)] string Name,
    [property: Id(3)] string? Place,
    [property: Id(4)] string Officer,
    [property: Id(5)] DateOnly OpenedOn,
    [property: Id(6)] DateOnly? ClosedOn);
