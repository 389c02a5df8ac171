using System.Collections.Immutable;
using System.Globalization;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Cases.Acts;
using PetitionMesh.Grains.Cases.Clocks;
using PetitionMesh.Grains.Cases.Closings;
using PetitionMesh.Grains.Cases.Papers;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Leaders;
using PetitionMesh.Grains.Petitioners;

namespace PetitionMesh.Gateway.Cases;

/// <summary>One line of what became of a case (大事记).</summary>
/// <param name="By">Who recorded it: a leader's name, else the subject of the token.</param>
internal sealed record ChronicleEntry(DateTimeOffset At, string What, string? Detail, string By);

/// <summary>J7, S9: everything that became of a case, a line each, in the order of its events.</summary>
internal sealed class Chronicle(CitySnapshot city)
{
    /// <param name="erasures">Of a person's data, which stand in the person's own stream.</param>
    public ImmutableArray<ChronicleEntry> Of(
        IEnumerable<(RecordedEvent Recorded, CaseEvent Event)> history, IEnumerable<(RecordedEvent Recorded, PetitionerEvent.DataErased Event)> erasures) =>
    [
        .. history.Select(h => (h.Recorded, Line: LineOf(h.Event), By: (h.Event as CaseEvent.Received)?.RecorderName))
            .Concat(erasures.Select(e => (e.Recorded, Line: ((string, string?)?)(ErasedTitle, e.Event.Reason), By: (string?)null)))
            .Where(h => h.Line is not null)
            .OrderBy(h => h.Recorded.Position)
            .Select(h => new ChronicleEntry(city.InCity(h.Recorded.At), h.Line!.Value.Item1, h.Line.Value.Item2, h.By ?? By(h.Recorded))),
    ];

    private const string ErasedTitle = "删除个人信息";

    /// <returns>Null for what stands elsewhere in the file or is nobody's act: see the last arm.</returns>
    internal (string What, string? Detail)? LineOf(CaseEvent @event) => @event switch
    {
        CaseEvent.Opened opened => ("立项登记", Join(Court(opened.Court), opened.Number?.Value)),
        CaseEvent.Received received => ($"第 {received.Number} 次接访", Join(
            Court(received.Court), received.Channel.Chinese(), received.Receiver is { } by ? Name(by) : null, received.Late ? "补录" : null, received.Returned ? "办结后又来访" : null)),
        CaseEvent.Imported imported => ("台账导入", Court(imported.Unit)),
        CaseEvent.OwnerFixed owner => ("确定包案领导", Join(Name(owner.Owner), Court(owner.Court))),
        CaseEvent.OwnerRelieved relieved => ("包案领导回避", Join(Name(relieved.Leader), relieved.Reason, $"{Name(relieved.ApprovedBy)}批准")),
        CaseEvent.OwnerSucceeded succeeded => ("更换包案领导", Join($"{Name(succeeded.From)}改为{Name(succeeded.To)}", succeeded.Reason, $"{Name(succeeded.ApprovedBy)}批准")),
        CaseEvent.OfficeReminded reminded => ("提醒指定包案领导", Court(reminded.Office)),
        CaseEvent.Summoned summoned => ("通知首接领导到场", Join(Name(summoned.Leader), Court(summoned.At))),
        CaseEvent.SummonsAcknowledged seen => ("签收到场通知", Name(seen.Leader)),
        CaseEvent.SummonsAttended attended => ("到场接访", Name(attended.Leader)),
        CaseEvent.SummonsArranged arranged => ("约定接访", Join(Name(arranged.Leader), Instant(arranged.For), arranged.Where)),
        CaseEvent.SummonsKept kept => ("按约接访", Name(kept.Leader)),
        CaseEvent.SummonsMissed missed => ("未按约接访", Join(Name(missed.Leader), missed.Reason)),
        CaseEvent.SummonsEscalated escalated => ("到场通知逾期未应", Join(Name(escalated.Leader), $"报{Court(escalated.Office)}信访部门")),
        CaseEvent.SummonsPassed passed => ("到场通知转接任领导", Join(Name(passed.From), Name(passed.Leader))),
        CaseEvent.InquiryRecorded inquiry => ("记录对未决案件的过问", Join(inquiry.ByName, $"对{inquiry.To}", inquiry.What, Instant(inquiry.GivenAt))),
        CaseEvent.Assigned assigned => ($"第 {assigned.Number} 次交办", Join(
            SourceNames.Of(assigned.Source), assigned.DocumentNumber, Court(assigned.Unit) + assigned.Division, $"{Instant(assigned.ReceivedAt)}接收", assigned.Urgent ? "急办" : null)),
        CaseEvent.Entered entered => ("建账", Join($"责任领导{Name(entered.ResponsibleLeader)}", $"责任人{entered.Handler}")),
        CaseEvent.Acted acted => (ActForms.Of(acted.Act).Title, acted.On.Written()),
        CaseEvent.PaperFiled filed => ("材料入卷", PaperNames.Of(filed.Kind)),
        CaseEvent.ClockMissed missed => ("期限逾期", Join(ClockNames.Of(missed.Clock.Kind), missed.Clock.Rule, $"{missed.Clock.DueOn.Written()}24时届满")),
        CaseEvent.ClockPaused paused => ("期限中止", Join(ClockNames.Of(paused.Clock), paused.Reason, $"{Name(paused.ApprovedBy)}批准")),
        CaseEvent.ClockResumed resumed => ("期限恢复", Join(ClockNames.Of(resumed.Clock), $"至{resumed.DueOn.Written()}24时")),
        CaseEvent.OutsideVisitReported visit => (visit.Place == Level.Capital ? "进京访" : "到省访", Join(visit.On.Written(), $"{visit.ToldBy}通报")),
        CaseEvent.ClosingSubmitted submitted => ($"第 {submitted.Number} 次报结", Join(GroundNames.Of(submitted.Ground), submitted.To is { } to ? $"接收单位：{to}" : null)),
        CaseEvent.Signed signed => ($"{SignatureLayers.NameOf(signed.Layer)}签批", signed.Name),
        CaseEvent.SentBack back => ($"{SignatureLayers.NameOf(back.Layer)}退回", null),
        CaseEvent.ClosingLapsed lapsed => ("办结报告失效", LapseNames.Of(lapsed.Ground)),
        CaseEvent.Ended ended => ("办结", Join(GroundNames.Of(ended.Ground), ended.Reason, ended.Status.Chinese())),
        CaseEvent.BecameFinal => ("承诺满一年，最终化解", null),
        CaseEvent.PassedOn passed => ("责任移交", passed.To),
        CaseEvent.ReopeningAsked => ("信访人申请重新办理", null),
        CaseEvent.Reopened reopened => ("重新办理", Join(reopened.On.Written(), reopened.By is null ? null : "办结后又来访")),
        CaseEvent.Rated rated => ("信访人评价", string.Create(CultureInfo.InvariantCulture, $"{rated.Stars} 星")),
        CaseEvent.Identified => ("确认信访人身份", null),
        CaseEvent.JoinedInto into => ("并入另一事项", Join(into.Older.Value, into.Reason)),
        CaseEvent.JoinedBy by => ("另一事项并入", Join(by.Younger.Value, by.Reason)),
        CaseEvent.ContentErased erased => (ErasedTitle, erased.Reason),
        // Limits stand in a table of their own, notices with their reception; a new key is nothing that anybody did.
        CaseEvent.ClockStarted or CaseEvent.ClockMet or CaseEvent.ClockStopped or CaseEvent.OwnerNotified or CaseEvent.KeyRenewed => null,
        _ => throw new ArgumentOutOfRangeException(nameof(@event), @event.GetType().Name, "No line for this event."),
    };

    private static string Join(params ReadOnlySpan<string?> parts)
    {
        var said = new List<string>(parts.Length);
        foreach (var part in parts)
        {
            if (!string.IsNullOrEmpty(part))
                said.Add(part);
        }
        return string.Join('，', said);
    }

    private string By(RecordedEvent recorded) => recorded.Court == "public" ? "信访人" : Name(new LeaderId(recorded.Actor));

    private string Court(CourtId court) => city.Court(court)?.Name ?? court.Value;

    private string Name(LeaderId leader) => city.Leader(leader)?.Name ?? leader.Value;

    private string Instant(DateTimeOffset at) => city.InCity(at).Written();
}
