using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Grains.City;

/// <inheritdoc cref="ICityGrain"/>
public sealed class CityGrain(IJournal journal)
    : JournaledGrain<CityState, CityEvent>(journal, Codecs.City, CityState.Empty), ICityGrain
{
    protected override StreamId Stream => StreamId.City;

    protected override CityState Evolve(CityState state, CityEvent @event) => CityState.Evolve(state, @event);

    public async Task<CityLoaded> LoadAsync(CityDocument document, Actor actor, DateTimeOffset now, int? expectedVersion)
    {
        if (expectedVersion is { } expected && expected != Version)
            return new CityLoaded(Version, Refusal.Conflicts("city-changed", null, "城市资料已被他人更新，请重新读取后再提交。"));
        var decision = CityDecider.Load(State, document);
        if (decision.Refusal is { } refusal)
            return new CityLoaded(Version, refusal);
        if (!await TryAppendAsync(decision, actor.Subject, actor.Court.Value, now))
            return new CityLoaded(Version, Refusal.Conflicts("city-changed", null, "城市资料已被他人更新，请重新读取后再提交。"));
        return new CityLoaded(Version, null);
    }

    public async Task<bool> FixKeysAsync(string fingerprint, DateTimeOffset now)
    {
        if (State.KeyFingerprint is { } known)
            return known == fingerprint;
        return await TryAppendAsync([new CityEvent.KeysFixed(fingerprint)], "system", "", now);
    }

    private async Task<bool> TryAppendAsync(Decision<CityEvent> decision, string actor, string court, DateTimeOffset now) =>
        decision.Events.IsEmpty
        || await AppendAsync(new Append([SliceOf(decision.Events)], now, actor, court, null, []), decision.Events) is AppendResult.Appended;
}
