using System.Text.Json.Serialization;

namespace PetitionMesh.Grains.City;

/// <summary>What has happened to the city's courts and leaders.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(Loaded), "city.loaded.v1")]
[JsonDerivedType(typeof(KeysFixed), "city.keys-fixed.v1")]
[JsonDerivedType(typeof(LeaderLeft), "city.leader-left.v1")]
public abstract record CityEvent
{
    /// <summary>The city as it now is; leaders who were left out of the document stand in it as inactive.</summary>
    public sealed record Loaded(CityDocument City) : CityEvent;

    /// <summary>Which keys this journal is written with, told by a fingerprint that reveals none of them.</summary>
    public sealed record KeysFixed(string Fingerprint) : CityEvent;

    /// <summary>W3: with the document before it, an active leader became inactive: since when his open cases need another owner.</summary>
    public sealed record LeaderLeft(Leaders.LeaderId Leader) : CityEvent;

    private CityEvent()
    {
    }
}
