namespace PetitionMesh.Grains.City;

/// <summary>The city: courts and leaders in force. One grain; receptions never call it, they read the snapshot.</summary>
[Alias("petition-mesh.i-city")]
public interface ICityGrain : IGrainWithStringKey
{
    /// <summary>The only key.</summary>
    const string Key = "main";

    /// <summary>
    /// Takes the document as the city from now on: names and posts are replaced, absent leaders become inactive, no case is
    /// touched. Loading what already is the city changes nothing.
    /// </summary>
    /// <param name="expectedVersion">Version of the city the caller saw, or null to load over any.</param>
    /// <returns>The version now in force, or a refusal.</returns>
    [Alias("load")]
    Task<CityLoaded> LoadAsync(CityDocument document, Actor actor, DateTimeOffset now, int? expectedVersion);

    /// <summary>Fixes at the first start which keys this journal belongs to; later starts compare.</summary>
    /// <returns>False when the journal was written with other keys.</returns>
    [Alias("fix-keys")]
    Task<bool> FixKeysAsync(string fingerprint, DateTimeOffset now);
}

/// <summary>Answer of <see cref="ICityGrain.LoadAsync"/>.</summary>
[GenerateSerializer, Immutable, Alias("petition-mesh.city-loaded")]
public sealed record CityLoaded([property: Id(0)] int Version, [property: Id(1)] Refusal? Refusal);
