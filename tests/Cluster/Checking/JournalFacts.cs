using System.Text.Json;
using PetitionMesh.Cluster.Running;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Cluster.Checking;

/// <summary>What really is in the journal: every event read from the first to the last.</summary>
internal sealed record JournalFacts(IReadOnlyList<CaseEvent.Received> Receptions, IReadOnlyList<CaseEvent.OwnerFixed> Owners, long Position)
{
    private const int Page = 2_000;

    public static async Task<JournalFacts> ReadAsync(StoreUnderTest under)
    {
        await using var store = under.Open();
        var receptions = new List<CaseEvent.Received>();
        var owners = new List<CaseEvent.OwnerFixed>();
        long position = 0;
        for (var page = await store.ReadForwardAsync(0, Page, default); !page.IsEmpty; page = await store.ReadForwardAsync(position, Page, default))
        {
            foreach (var recorded in page)
            {
                if (recorded.Position != position + 1)
                    throw new InvalidDataException($"After position {position} the journal goes on with {recorded.Position}.");
                position = recorded.Position;
                if (!Codecs.Case.Knows(recorded.Kind))
                    continue;
                switch (Codecs.Case.Decode(recorded.Kind, recorded.Payload.AsSpan()))
                {
                    case CaseEvent.Received received:
                        receptions.Add(received);
                        break;
                    case CaseEvent.OwnerFixed owner:
                        owners.Add(owner);
                        break;
                }
            }
        }
        return new JournalFacts(receptions, owners, position);
    }

    /// <summary>Receptions by court and channel, counted from the events.</summary>
    public IReadOnlyDictionary<(string Court, string Channel), (long Receptions, long First)> Counted() => Receptions
        .GroupBy(r => (r.Court.Value, JsonNamingPolicy.CamelCase.ConvertName(r.Channel.ToString())))
        .ToDictionary(g => g.Key, g => (g.LongCount(), g.LongCount(r => r.First)));
}
