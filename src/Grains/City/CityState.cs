namespace PetitionMesh.Grains.City;

/// <summary>The city document in force, and the keys the journal belongs to.</summary>
public sealed record CityState
{
    public static CityState Empty { get; } = new();

    public CityDocument? Document { get; init; }
    public string? KeyFingerprint { get; init; }

    public static CityState Evolve(CityState state, CityEvent @event) => @event switch
    {
        CityEvent.Loaded loaded => state with { Document = loaded.City },
        CityEvent.LeaderLeft when state.Document is not null => state,
        CityEvent.KeysFixed keys when state.KeyFingerprint is null => state with { KeyFingerprint = keys.Fingerprint },
        _ => throw new InvalidOperationException($"{@event.GetType().Name} cannot follow on the city."),
    };
}
