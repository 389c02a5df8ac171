using System.Collections.Immutable;
using PetitionMesh.Grains.Cases;

namespace PetitionMesh.Grains.Petitioners;

/// <summary>W3: what a person's case was joined into is the person's as well, whether or not they were named there.</summary>
internal static class JoinedCases
{
    /// <summary>Where that goes on which was this case: the one it was joined into at last, or itself; null where there is none.</summary>
    public static async ValueTask<CaseStanding?> GoingOnAsync(this IGrainFactory grains, CaseId id)
    {
        var standing = await grains.StandingAsync(id);
        while (standing?.JoinedInto is { } older)
            standing = await grains.StandingAsync(older);
        return standing;
    }

    /// <summary>
    /// The links and those to whatever their cases were joined into, each with the number of its case: who came to a case by its id came to its
    /// number too. One after the other: all at once, those of one case would fill its queue and be sent away.
    /// </summary>
    public static async ValueTask<ImmutableArray<CaseLink>> WithJoinedAsync(this IGrainFactory grains, ImmutableArray<CaseLink> links)
    {
        var all = links;
        foreach (var link in links)
        {
            var standing = await grains.StandingAsync(link.Case);
            if (link.Number is null && standing?.CaseNumber is { } number)
                all = all.Replace(link, link with { Number = number });
            while (standing?.JoinedInto is { } older)
            {
                standing = await grains.StandingAsync(older);
                if (standing is not null && all.All(l => l.Case != older))
                    all = all.Add(new CaseLink(older, standing.CaseNumber));
            }
        }
        return all;
    }

    private static Task<CaseStanding?> StandingAsync(this IGrainFactory grains, CaseId id) => grains.GetGrain<ICaseGrain>(id.Value).StandingAsync();
}
