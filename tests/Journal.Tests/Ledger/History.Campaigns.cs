using System.Collections.Immutable;
using PetitionMesh.Grains.Campaigns;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.CourtDays;
using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Journal.Tests.Ledger;

/// <content>Campaigns (L1 to L7): two, so that the ledger of one is not that of the other.</content>
internal sealed partial class History
{
    public static readonly CampaignId[] Campaigns = [CampaignId.Parse("0c000000-0000-4000-8000-000000000001"), CampaignId.Parse("0c000000-0000-4000-8000-000000000002")];

    private readonly HashSet<CampaignId> _campaigns = [];
    private readonly List<CampaignEntryId> _entries = [];
    private readonly HashSet<CampaignEntryId> _removed = [];

    private void Campaign(CaseId @case)
    {
        var campaign = Campaigns[_random.Next(Campaigns.Length)];
        if (_campaigns.Add(campaign))
            Write(StreamId.Of(campaign), Codecs.Campaign.Encode(new CampaignEvent.Opened(campaign, "集中办访月", FirstDay, FirstDay.AddDays(30), Some(), "信访局", At())));
        else if (_random.Next(12) == 0)
            Write(StreamId.Of(campaign), Codecs.Campaign.Encode(new CampaignEvent.DaysChanged(campaign, FirstDay, Day(), "市委安排", "信访局", At())));
        var entry = new CampaignEntryId(campaign, @case);
        if (!_entries.Contains(entry) && (_entries.Count == 0 || _random.Next(3) == 0))
        {
            _entries.Add(entry);
            Write(entry, Gathered(entry));
            return;
        }
        entry = _entries[_random.Next(_entries.Count)];
        if (_removed.Remove(entry))
        {
            Write(entry, Gathered(entry));
            return;
        }
        (campaign, @case) = (entry.Campaign, entry.Case);
        CampaignEntryEvent next = _random.Next(9) switch
        {
            0 => new CampaignEntryEvent.MadeKey(campaign, @case, "涉众", ["魏健", "李法官"], "魏健", At()),
            1 or 2 => new CampaignEntryEvent.Received(campaign, @case, (CampaignLevel)_random.Next(5), "魏健", null, Day(), "魏健", At()),
            3 => new CampaignEntryEvent.Handled(campaign, @case, (CampaignBatch)_random.Next(5), Day(), "魏健", At()),
            4 => new CampaignEntryEvent.Shared(campaign, @case, Some(), null, "魏健", At()),
            5 => new CampaignEntryEvent.Restored(campaign, @case, "又来", "魏健", At()),
            6 => new CampaignEntryEvent.Changed(campaign, @case, _random.Next(2) == 0 ? "赵法官" : null, _random.Next(2) == 0 ? Leader() : null, _random.Next(2) == 0 ? Day() : null, "调整", "魏健", At()),
            7 => new CampaignEntryEvent.Removed(campaign, @case, "误列", "魏健", At()),
            _ => new CampaignEntryEvent.StruckOff(campaign, @case, Day(), "化解", "魏健", At()),
        };
        if (next is CampaignEntryEvent.Removed)
            _removed.Add(entry);
        Write(entry, next);
    }

    private CampaignEntryEvent.Gathered Gathered(CampaignEntryId entry) => new(
        entry.Campaign, entry.Case, UnitId.Of(Court()), "李法官", _random.Next(2) == 0 ? Leader() : null, _random.Next(2) == 0 ? Day() : null, Day(), "魏健", At());

    private void Write(CampaignEntryId entry, CampaignEntryEvent @event) => Write(StreamId.Of(entry), Codecs.CampaignEntry.Encode(@event));

    private ImmutableArray<CourtId> Some() => [.. Courts.Where(_ => _random.Next(3) == 0).Select(c => new CourtId(c))];
}
