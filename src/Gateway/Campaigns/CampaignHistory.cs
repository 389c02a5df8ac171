using System.Globalization;
using PetitionMesh.Grains.Campaigns;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.CourtDays;
using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Gateway.Campaigns;

/// <summary>Tells what happened to a campaign and to the cases of it, in Chinese.</summary>
internal static class CampaignHistory
{
    public static CampaignStepView Step(RecordedEvent recorded, CampaignEvent @event, CitySnapshot city) => @event switch
    {
        CampaignEvent.Opened e => new(city.InCity(recorded.At), e.By, "开展", $"{e.Title}，{On(e.FirstDay)} 至 {On(e.LastDay)}"),
        CampaignEvent.DaysChanged e => new(city.InCity(recorded.At), e.By, "调整日期", $"{On(e.FirstDay)} 至 {On(e.LastDay)}：{e.Reason}"),
        _ => throw new InvalidOperationException($"Nobody knows how to show a {@event.GetType().Name}."),
    };

    public static CampaignStepView Step(RecordedEvent recorded, CampaignEntryEvent @event, CitySnapshot city)
    {
        CampaignStepView Told(string by, string step, string about) => new(city.InCity(recorded.At), by, step, about);
        return @event switch
        {
            CampaignEntryEvent.Gathered e => Told(e.By, "列入台账", $"{ReportingUnits.Find(city, e.Unit)?.Name ?? e.Unit.Value}，承办法官{e.Judge}"),
            CampaignEntryEvent.Changed e => Told(e.By, "更换", $"{string.Join('，', Changes(e, city))}：{e.Reason}"),
            CampaignEntryEvent.Removed e => Told(e.By, "移出台账", e.Reason),
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

    private static IEnumerable<string> Changes(CampaignEntryEvent.Changed changed, CitySnapshot city)
    {
        if (changed.Judge is { } judge)
            yield return $"承办法官{judge}";
        if (changed.ResponsibleLeader is { } leader)
            yield return $"责任领导{city.Leader(leader)?.Name ?? leader.Value}";
        if (changed.LimitOn is { } limit)
            yield return $"办理期限{On(limit)}";
    }

    private static string On(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
