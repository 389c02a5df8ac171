using System.Globalization;
using PetitionMesh.Grains.Campaigns;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.CourtDays;
using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Gateway.Campaigns;

/// <summary>Tells what happened to a case of a campaign, in Chinese.</summary>
internal static class CampaignHistory
{
    public static CampaignStepView Step(RecordedEvent recorded, CampaignEntryEvent @event, CitySnapshot city)
    {
        CampaignStepView Told(string by, string step, string about) => new(city.InCity(recorded.At), by, step, about);
        string On(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return @event switch
        {
            CampaignEntryEvent.Gathered e => Told(e.By, "列入台账", $"{ReportingUnits.Find(city, e.Unit)?.Name ?? e.Unit.Value}，承办法官{e.Judge}"),
            CampaignEntryEvent.MadeKey e => Told(e.By, "重点案件", $"{e.Reason}；专班：{string.Join('、', e.Team)}"),
            CampaignEntryEvent.Received e => Told(e.By, "接访", $"{On(e.Day)} {e.Level.Chinese()}{e.Receiver}接访{(e.Result is { } result ? $"：{result}" : "")}"),
            CampaignEntryEvent.Handled e => Told(e.By, "处理批次", $"{On(e.Day)} {e.Batch.Chinese()}"),
            CampaignEntryEvent.Shared { Courts.IsEmpty: true } e => Told(e.By, "共同办理", $"不再共享{(e.Work is { } work ? $"：{work}" : "")}"),
            CampaignEntryEvent.Shared e => Told(
                e.By, "共同办理", $"{string.Join('、', e.Courts.Select(c => city.Court(c)?.Name ?? c.Value))}{(e.Work is { } work ? $"：{work}" : "")}"),
            CampaignEntryEvent.StruckOff e => Told(e.By, "销号", $"{On(e.Day)} {e.Reason}"),
            CampaignEntryEvent.Restored e => Told(e.By, "恢复办理", e.Reason),
            _ => throw new InvalidOperationException($"Nobody knows how to show a {@event.GetType().Name}."),
        };
    }
}
