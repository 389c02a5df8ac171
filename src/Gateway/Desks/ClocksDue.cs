using System.Collections.Immutable;
using System.Text.Json;
using PetitionMesh.Grains.Cases.Clocks;
using PetitionMesh.Grains.City;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Gateway.Desks;

/// <summary>J5, G1, G2: limits in the owner's cases that ran out or run out within the next two days.</summary>
internal sealed class ClocksDue(ILedger ledger, ICityDirectory city) : IDeskDue
{
    /// <summary>Most lines of one desk.</summary>
    private const int Most = 200;

    public async ValueTask<ImmutableArray<DueView>> FindAsync(DeskGround ground, CancellationToken cancellationToken)
    {
        var due = await ledger.ListDueAsync(ground.Leader, ground.Today.AddDays(WatchedClock.SoonDays), Most, cancellationToken);
        return
        [
            .. due.Select(d => new DueView(
                JsonNamingPolicy.CamelCase.ConvertName(d.Kind.ToString()),
                d.Rule,
                d.Case,
                ClockNames.Of(d.Kind),
                city.Current.At(d.DueOn.AddDays(1), TimeOnly.MinValue),
                JsonNamingPolicy.CamelCase.ConvertName(WatchedClock.StateOn(d.DueOn, ground.Today).ToString()))),
        ];
    }
}
