using System.Collections.Immutable;
using PetitionMesh.Grains.Cases;

namespace PetitionMesh.Grains.Petitioners;

/// <summary>Registers a reception once every representative's turn is held: which case it belongs to (W4), and there.</summary>
internal sealed class Registrar(IGrainFactory grains, Keyring keyring)
{
    public async Task<ReceptionOutcome> RegisterAsync(Receive command, ImmutableArray<PetitionerStanding> persons)
    {
        var primary = persons.First(p => p.Content is not null);
        var (route, candidates) = await RouteAsync(command, primary, persons);
        switch (route)
        {
            case ReceptionRoute.Refused refused:
                return new ReceptionOutcome.Refused(refused.Refusal);
            case ReceptionRoute.New opens:
                var created = command.NewCase;
                var opening = new Opening(opens.Number, [.. command.Persons.Select(p => p.Key!.Value)], CodeHash(created));
                var opened = await AtCaseAsync(created, ReceptionSlices.Compose(command, primary, persons, created, opening, Warning(candidates)));
                // The "new" case is there and was joined since: this is a repeat, and these activations are older than its first answer.
                return opened is ReceptionOutcome.Moved ? new ReceptionOutcome.Contended() : opened;
            default:
                var target = ((ReceptionRoute.Existing)route).Case;
                var outcome = await AtCaseAsync(target, ReceptionSlices.Compose(command, primary, persons, target, null, []));
                while (outcome is ReceptionOutcome.Moved moved)
                    outcome = await AtCaseAsync(moved.To, ReceptionSlices.Compose(command, primary, persons, moved.To, null, []));
                return outcome;
        }
    }

    /// <summary>By what the persons' streams say; only where that names no case, by what their cases were joined into, which costs a question a case.</summary>
    private async Task<(ReceptionRoute Route, ImmutableArray<Candidate> Candidates)> RouteAsync(
        Receive command, PetitionerStanding primary, ImmutableArray<PetitionerStanding> persons)
    {
        var route = ReceptionRoute.Of(command, primary, persons);
        if (route is ReceptionRoute.Existing)
            return (route, []);
        var known = persons.ToArray();
        for (var i = 0; i < known.Length; i++)
            known[i] = known[i] with { Links = await grains.WithJoinedAsync(known[i].Links) };
        var asking = known[persons.IndexOf(primary)];
        route = ReceptionRoute.Of(command, asking, [.. known]);
        if (route is not (ReceptionRoute.AskIfOpen or ReceptionRoute.New { Warn: true }))
            return (route, []);
        // A later visit by any representative belongs to their case, so whoever comes along is asked for too.
        var candidates = await CandidatesAsync(known.SelectMany(p => p.Links).Select(l => l.Case).Distinct());
        return route is not ReceptionRoute.AskIfOpen ? (route, candidates)
            : candidates.IsEmpty ? (new ReceptionRoute.New(null, Warn: false), [])
            : (new ReceptionRoute.Refused(WhichCase(candidates)), candidates);
    }

    private Task<ReceptionOutcome> AtCaseAsync(CaseId id, CaseReception reception) => grains.GetGrain<ICaseGrain>(id.Value).ReceiveAsync(reception);

    private async Task<ImmutableArray<Candidate>> CandidatesAsync(IEnumerable<CaseId> cases)
    {
        var candidates = ImmutableArray.CreateBuilder<Candidate>();
        foreach (var known in cases)
        {
            if (await grains.GetGrain<ICaseGrain>(known.Value).CandidateAsync() is { } candidate)
                candidates.Add(candidate);
        }
        return candidates.DrainToImmutable();
    }

    private static ImmutableArray<ReceptionWarning> Warning(ImmutableArray<Candidate> candidates) => candidates.IsEmpty
        ? []
        : [new ReceptionWarning("open-cases", "此信访人另有未办结的信访事项，请核对是否为同一纠纷。", candidates)];

    private static Refusal WhichCase(ImmutableArray<Candidate> candidates) =>
        Refusal.Conflicts("which-case", "W4", "此信访人有未办结的信访事项，请从所列事项中选择一项；确为新的事项的，请选“新的事项”。") with
        {
            Candidates = candidates,
        };

    private string CodeHash(CaseId id) => keyring.QueryCodeHash(keyring.QueryCodeOf(id));
}
