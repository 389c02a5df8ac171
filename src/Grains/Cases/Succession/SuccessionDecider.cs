using System.Collections.Immutable;
using PetitionMesh.Grains.Cases.Closings;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Leaders;
using PetitionMesh.Grains.Rosters;

namespace PetitionMesh.Grains.Cases;

/// <summary>
/// W3: an owner once fixed stays, unless he leaves his post, goes on long leave or must recuse himself; then a recorded act with reason,
/// approver and date names another. Pure and total.
/// </summary>
public static class SuccessionDecider
{
    /// <param name="city">The city as it is now; <paramref name="today"/> its day.</param>
    public static Decision<CaseEvent> Decide(CaseState state, ChangeHands command, CitySnapshot city, DateOnly today)
    {
        if (!state.Exists || !Knows(state, command.Actor))
            return Refusal.Unknown("没有这个信访事项，请核对编号。");
        if (state.JoinedInto is not null)
            return Refusal.Conflicts("joined", null, "该事项已并入另一事项，请在合并后的事项上办理。");
        if (state.Owner is not { } owner)
            return Refusal.Conflicts("no-owner", "W3", "该事项尚无包案领导，由下一位接访的带班领导包案，不办理更换。");
        if (!May(command, owner))
            return Refusal.Forbids("not-your-succession", "更换包案领导由包案领导所在法院的信访部门或中院信访局办理；回避也可由包案领导本人提出。");
        return command.Act switch
        {
            HandsAct.Succeed succeed => Succeed(state, owner, succeed, command, city, today),
            HandsAct.Recuse recuse => Recuse(state, owner, recuse, command, city, today),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command.Act.GetType().Name, "No rule for this act."),
        };
    }

    /// <summary>Reminds the office once for each absence; a case that got an owner meanwhile, or ended, needs none.</summary>
    public static Decision<CaseEvent> Remind(CaseState state, RemindOffice command)
    {
        var open = state is { Exists: true, JoinedInto: null } && state.Status.IsRunning();
        var told = state.Hands.Reminded == new Reminder(command.Owner, command.Since);
        return open && !told && state.Owner?.Leader == command.Owner && (command.Ground != VacancyGround.Recused || state.Hands.Relieved)
            ? [new CaseEvent.OfficeReminded(state.Id, command.Office, command.Owner, command.Ground, command.Since, command.DueOn, command.Now)]
            : [];
    }

    private static bool Knows(CaseState state, Actor actor) => actor.Role == Role.Supervisor || state.Courts.Contains(actor.Court);

    private static bool May(ChangeHands command, Owned owner) =>
        command.Actor.Role == Role.Supervisor
        || (command.Actor.Role == Role.Office && command.Actor.Court == owner.Court)
        || (command.Act is HandsAct.Recuse && command.Actor.Role == Role.Leader && command.Actor.Subject == owner.Leader.Value);

    private static Decision<CaseEvent> Succeed(
        CaseState state, Owned owner, HandsAct.Succeed act, ChangeHands command, CitySnapshot city, DateOnly today) =>
        Approval(state, owner, act.ApprovedBy, act.To, act.On, city, today)
        ?? Successor(state, owner, act.To, command, city)
        ?? (Decision<CaseEvent>)[.. Lapse(state, today), .. Relieve(state, owner, act, command.Now), .. HandOn(state, owner, act, command.Now, city)];

    /// <summary>Who is succeeded because he must recuse himself has done so: he neither acts, signs nor owns it again.</summary>
    private static IEnumerable<CaseEvent> Relieve(CaseState state, Owned owner, HandsAct.Succeed act, DateTimeOffset now) =>
        act.Ground == SuccessionGround.Recusal && !state.Hands.Relieved
            ? [new CaseEvent.OwnerRelieved(state.Id, owner.Leader, RecusalGround.Other, act.Reason, act.ApprovedBy, act.On, now)]
            : [];

    private static Decision<CaseEvent> Recuse(
        CaseState state, Owned owner, HandsAct.Recuse act, ChangeHands command, CitySnapshot city, DateOnly today)
    {
        if (Approval(state, owner, act.ApprovedBy, act.To, act.On, city, today) is { } refusal)
            return refusal;
        if (act.To is { } named && Successor(state, owner, named, command, city) is { } unfit)
            return unfit;
        if (state.Hands.Relieved && act.To is null)
            return [];
        ImmutableArray<CaseEvent> relieved = state.Hands.Relieved
            ? []
            : [.. Lapse(state, today), new CaseEvent.OwnerRelieved(state.Id, owner.Leader, act.Ground, act.Reason, act.ApprovedBy, act.On, command.Now)];
        return act.To is { } to
            ? [.. relieved, .. HandOn(state, owner, new HandsAct.Succeed(to, SuccessionGround.Recusal, act.Reason, act.ApprovedBy, act.On), command.Now, city)]
            : new Decision<CaseEvent>(relieved, null);
    }

    /// <summary>J6, W15: a report is its owner's; whoever owns the case next signs his own, through the layers of his own court.</summary>
    private static IEnumerable<CaseEvent> Lapse(CaseState state, DateOnly today) => state.Work.Closing is { } closing
        ? [new CaseEvent.ClosingLapsed(state.Id, closing.Number, LapseGround.OwnerChanged, today)]
        : [];

    private static IEnumerable<CaseEvent> HandOn(CaseState state, Owned owner, HandsAct.Succeed act, DateTimeOffset now, CitySnapshot city)
    {
        var court = city.Leader(act.To)!.Court;
        bool? ended = state.Ending is null ? null : true;
        yield return new CaseEvent.OwnerSucceeded(
            state.Id, owner.Leader, act.To, court, act.Ground, act.Reason, act.ApprovedBy, act.On, now, ended);
        yield return new CaseEvent.OwnerFixed(state.Id, act.To, court, OwnerOrigin.Succession, now, ended);
        foreach (var summons in state.Summonses.Where(s => !s.IsSettled && s.LeaderId == owner.Leader))
            yield return new CaseEvent.SummonsPassed(summons.SummonsId, state.Id, act.To, summons.Court, owner.Leader, now);
        foreach (var untold in state.Hands.Untold.Where(u => u.Receiver != act.To))
            yield return new CaseEvent.OwnerNotified(state.Id, act.To, untold.Reception, untold.Channel);
    }

    private static Refusal? Approval(
        CaseState state, Owned owner, LeaderId approver, LeaderId? to, DateOnly on, CitySnapshot city, DateOnly today)
    {
        if (city.Leader(approver) is not { Active: true } leader || !leader.IsCourtLeader() || !Supervises(leader, owner, city))
            return Refusal.Breaks("approver", "W3", "批准人应为该院或中院现任院长、副院长，请填写其领导编号。", "approvedBy");
        if (approver == owner.Leader || approver == to)
            return Refusal.Breaks("approver-concerned", "W3", "批准人不得是原包案领导或接任的包案领导，请由其他院领导批准。", "approvedBy");
        if (on > today)
            return Refusal.Breaks("approval-ahead", "W3", "批准日期不得晚于今天，请核对。", "on");
        return on < state.OpenedOn ? Refusal.Breaks("approval-early", "W3", "批准日期早于该事项登记之日，请核对。", "on") : null;
    }

    private static bool Supervises(Leader approver, Owned owner, CitySnapshot city) =>
        Acts.Approvers.IsOfOrAbove(approver, owner.Court, city);

    private static Refusal? Successor(CaseState state, Owned owner, LeaderId to, ChangeHands command, CitySnapshot city)
    {
        if (city.Leader(to) is not { } leader)
            return Refusal.Breaks("unknown-leader", "W1", "没有这位领导，请填写领导编号。", "to");
        if (!leader.Active)
            return Refusal.Breaks("leader-left", "W3", $"{leader.Name}已离任，请由现任领导接任。", "to");
        if (command.Away.Contains(to))
            return Refusal.Breaks("leader-away", "W3", $"{leader.Name}正在长期请假，请由其他领导接任。", "to");
        if (to == owner.Leader)
            return Refusal.Breaks("same-owner", "W3", "接任的包案领导与现包案领导相同，请另行指定。", "to");
        return state.Hands.Recused.Contains(to)
            ? Refusal.Breaks("recused", "W3", $"{leader.Name}已从该事项回避，不能接任，请另行指定。", "to")
            : null;
    }
}
