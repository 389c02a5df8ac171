using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Bench.InProcess;

/// <summary>
/// The appends that real receptions make, taken from the grains as they would go to the journal: every fourth by someone new, the
/// others return visits, most of which summon the owner. The journal and the raw insert beside it both write these bytes.
/// </summary>
internal static class CapturedReceptions
{
    private const int NewEvery = 4;

    /// <param name="city">Names the set: two sets share no person, case or command, so that one journal takes both.</param>
    public static async Task<IReadOnlyList<Append>> MakeAsync(int count, string city)
    {
        var appends = new List<Append>(count);
        using var court = new CourtInProcess(new ForgetfulJournal(appends.Add), city);
        var random = new Random(1);
        for (var i = 0; i < count; i++)
        {
            var known = i / NewEvery;
            await court.ReceiveAsync(i % NewEvery == 0 ? known : random.Next(known + 1)).ConfigureAwait(false);
        }

        return appends;
    }
}
