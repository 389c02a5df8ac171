using System.Text.Json.Serialization;

namespace PetitionMesh.Grains.City;

/// <summary>What has happened to the city's courts and leaders.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(Loaded), "city.loaded.v1")]
public abstract record CityEvent
{
    /// <summary>The city as it now is; leaders who were left out of the document stand in it as inactive.</summary>
    public sealed record Loaded(CityDocument City) : CityEvent;

    private CityEvent()
    {
    }
}
