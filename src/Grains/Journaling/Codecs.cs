using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Petitioners;

namespace PetitionMesh.Grains.Journaling;

/// <summary>One codec per family of events.</summary>
public static class Codecs
{
    public static EventCodec<CaseEvent> Case { get; } = new(EventsJson.Default);
    public static EventCodec<PetitionerEvent> Petitioner { get; } = new(EventsJson.Default);
    public static EventCodec<CityEvent> City { get; } = new(EventsJson.Default);
}
