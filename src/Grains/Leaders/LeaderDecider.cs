namespace PetitionMesh.Grains.Leaders;

/// <summary>W3: long leave of a leader, told by himself, his petition office or the supervisor. Pure, and safe to ask twice.</summary>
public static class LeaderDecider
{
    public static Decision<LeaderEvent> Decide(LeaderId leader, LeaderState state, TellLongLeave command)
    {
        var actor = command.Actor;
        var may = actor.Role == Role.Supervisor
            || (actor.Role == Role.Office && actor.Court == command.Court)
            || (actor.Role == Role.Leader && actor.Subject == leader.Value);
        if (!may)
            return Refusal.Forbids("leave-of-another", "长期请假由本人、其所在法院信访部门或中院信访局登记。");
        return command.Act switch
        {
            LongLeaveAct.Begin begin when begin.Until < begin.From => Refusal.Breaks("leave-span", "W3", "请假的止日早于起日，请核对。", "until"),
            LongLeaveAct.Begin begin when state.Leave == new LongLeave(begin.From, begin.Until) => [],
            LongLeaveAct.Begin begin => [new LeaderEvent.LongLeaveBegun(leader, begin.From, begin.Until, begin.Reason)],
            LongLeaveAct.End end when state.Leave is not { } leave || leave.Until < end.On => [],
            LongLeaveAct.End end => [new LeaderEvent.LongLeaveEnded(leader, end.On)],
            _ => throw new ArgumentOutOfRangeException(nameof(command), command.Act.GetType().Name, "No rule for this act."),
        };
    }
}
