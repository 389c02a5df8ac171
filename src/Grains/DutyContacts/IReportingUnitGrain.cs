namespace PetitionMesh.Grains.DutyContacts;

/// <summary>A reporting unit. Key: its id, <c>dg</c> or <c>zy:民一庭</c>. Calls no other grain.</summary>
[Alias("petition-mesh.i-reporting-unit")]
public interface IReportingUnitGrain : IGrainWithStringKey
{
    /// <summary>J11: names the duty contact. Telling it twice changes nothing.</summary>
    /// <returns>False when another activation was faster: ask again.</returns>
    [Alias("name-contact")]
    Task<bool> NameContactAsync(NameContact command);
}

/// <param name="Phone">Reachable around the clock.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.name-contact")]
public sealed record NameContact(
    [property: Id(0)] Actor Actor,
    [property: Id(1)] DateTimeOffset Now,
    [property: Id(2)] string Name,
    [property: Id(3)] string Post,
    [property: Id(4)] string Phone);
