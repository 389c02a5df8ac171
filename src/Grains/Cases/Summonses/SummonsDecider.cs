using PetitionMesh.Grains.City;

namespace PetitionMesh.Grains.Cases;

/// <summary>
/// W8: a summons is acknowledged, attended, or answered by an arrangement that is then kept or missed. Pure, total, and safe to ask twice:
/// what already is so writes nothing.
/// </summary>
public static class SummonsDecider
{
    /// <summary>Meetings are arranged for the next half year at most; later is a slip of the pen.</summary>
    public static readonly TimeSpan FarthestMeeting = TimeSpan.FromDays(183);

    /// <summary>Clocks of window and server may differ by this much.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);

    /// <param name="leaderCourt">Court of the leader who was called; null when the city no longer knows him.</param>
    public static Decision<CaseEvent> Decide(CaseState state, AnswerSummons command, CourtId? leaderCourt)
    {
        if (state.Summons(command.Summons) is not { } summons)
            return Unknown;
        if (command.Act is SummonsAct.Sweep sweep)
            return Sweep(summons, sweep, command.Now, leaderCourt ?? summons.Court);
        if (!state.Courts.Contains(command.Actor.Court))
            return Unknown;
        if (!MayTell(command, summons, leaderCourt))
            return Refusal.Forbids("not-your-summons", "该通知须由被通知的包案领导本人、其所在法院或（到场、约见结果）接访法院办理。");
        return command.Act switch
        {
            SummonsAct.Acknowledge => Acknowledge(summons, command.Now),
            SummonsAct.Attend attend => Attend(summons, attend.At ?? command.Now, command.Now),
            SummonsAct.Arrange arrange => Arrange(summons, arrange.Meeting, command.Now),
            SummonsAct.Keep keep => Keep(summons, keep.At ?? command.Now, command.Now),
            SummonsAct.Miss miss => Miss(summons, miss.Reason, command.Now),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command.Act.GetType().Name, "No rule for this act."),
        };
    }

    private static Refusal Unknown { get; } = Refusal.Unknown("没有这项到场通知，请核对编号。");

    /// <summary>The leader answers, or his court for him (W7: both names stay). That he came, or met, the place that called him may record too.</summary>
    private static bool MayTell(AnswerSummons command, SummonsStanding summons, CourtId? leaderCourt)
    {
        var actor = command.Actor;
        if (actor.Role == Role.Leader && actor.Subject == summons.LeaderId.Value)
            return true;
        if (actor.Role is Role.Clerk or Role.Office && actor.Court == leaderCourt)
            return true;
        return command.Act is SummonsAct.Attend or SummonsAct.Keep or SummonsAct.Miss
            && actor.Role is Role.Clerk or Role.Office or Role.Leader
            && actor.Court == summons.Court;
    }

    private static Decision<CaseEvent> Acknowledge(SummonsStanding summons, DateTimeOffset now) => summons.Status is SummonsStatus.Sent or SummonsStatus.Escalated
        ? [new CaseEvent.SummonsAcknowledged(summons.SummonsId, summons.CaseId, summons.LeaderId, summons.Court, now)]
        : [];

    private static Decision<CaseEvent> Attend(SummonsStanding summons, DateTimeOffset at, DateTimeOffset now)
    {
        if (summons.IsSettled)
            return [];
        return WrongTime(summons, at, now)
            ?? (Decision<CaseEvent>)[new CaseEvent.SummonsAttended(summons.SummonsId, summons.CaseId, summons.LeaderId, summons.Court, at)];
    }

    private static Decision<CaseEvent> Arrange(SummonsStanding summons, MeetingArrangement meeting, DateTimeOffset now)
    {
        if (summons.Status == SummonsStatus.Arranged && summons.Meeting == meeting)
            return [];
        if (summons.IsSettled)
            return Refusal.Conflicts("summons-settled", "W8", "该通知已记录到场或已约见，不能再约定；如有新的来访请登记接访。");
        if (meeting.At <= now)
            return Refusal.Breaks("meeting-past", "W8", "约定时间应晚于现在，请填写将来的时间。", "at");
        if (meeting.At > now + FarthestMeeting)
            return Refusal.Breaks("meeting-too-far", "W8", $"约定时间不得晚于 {FarthestMeeting.Days} 天以后，请核对。", "at");
        return
        [
            new CaseEvent.SummonsArranged(
                summons.SummonsId, summons.CaseId, summons.LeaderId, summons.Court, meeting.Mode, meeting.At, meeting.Place, now),
        ];
    }

    private static Decision<CaseEvent> Keep(SummonsStanding summons, DateTimeOffset at, DateTimeOffset now)
    {
        if (summons.IsSettled)
            return [];
        if (summons.Meeting is null)
            return Refusal.Conflicts("nothing-arranged", "W8", "该通知尚未约定时间；领导已到场的请登记到场。");
        return WrongTime(summons, at, now)
            ?? (Decision<CaseEvent>)[new CaseEvent.SummonsKept(summons.SummonsId, summons.CaseId, summons.LeaderId, summons.Court, at)];
    }

    private static Decision<CaseEvent> Miss(SummonsStanding summons, string? reason, DateTimeOffset now)
    {
        if (summons.Status == SummonsStatus.Missed)
            return [];
        if (summons is not { Status: SummonsStatus.Arranged, Meeting: { } meeting })
            return Refusal.Conflicts("nothing-arranged", "W8", "该通知没有待履行的约定，不能登记未履约。");
        return now < meeting.At
            ? Refusal.Breaks("meeting-ahead", "W8", "约定时间未到，不能登记未履约；需要改期的请重新约定。")
            : [new CaseEvent.SummonsMissed(summons.SummonsId, summons.CaseId, summons.LeaderId, summons.Court, reason, now)];
    }

    private static Decision<CaseEvent> Sweep(SummonsStanding summons, SummonsAct.Sweep sweep, DateTimeOffset now, CourtId office)
    {
        if (summons.Status == SummonsStatus.Sent && now >= summons.SentAt + sweep.AnswerWithin)
        {
            return
            [
                new CaseEvent.SummonsEscalated(
                    summons.SummonsId, summons.CaseId, summons.LeaderId, summons.Court, office, summons.SentAt + sweep.AnswerWithin, now),
            ];
        }
        return summons is { Status: SummonsStatus.Arranged, Meeting: { } meeting } && now >= meeting.At + sweep.MissedAfter
            ? [new CaseEvent.SummonsMissed(summons.SummonsId, summons.CaseId, summons.LeaderId, summons.Court, "约定时间已过，未登记履约情况。", now)]
            : [];
    }

    private static Refusal? WrongTime(SummonsStanding summons, DateTimeOffset at, DateTimeOffset now) =>
        at > now + Ahead ? Refusal.Breaks("time-ahead", "W8", "时间不得晚于现在，请核对。", "at")
        : at < summons.SentAt ? Refusal.Breaks("time-before-summons", "W8", "时间早于通知发出的时间，请核对。", "at")
        : null;
}
