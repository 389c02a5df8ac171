namespace PetitionMesh.Grains.ErrandDesks;

/// <summary>Y6: a desk is kept by the petition office of its court or by the supervisor, and while it is open it has a named officer.</summary>
public static class ErrandDeskDecider
{
    public static Decision<ErrandDeskEvent> Open(ErrandDeskState state, OpenErrandDesk command)
    {
        if (state.Opened is not null)
            return [];
        if (!Keeps(command.Actor.Role))
            return NotYourRole;
        if (command.Actor.Role != Role.Supervisor && command.Court != command.Actor.Court)
            return Refusal.Forbids("not-your-court", "只能设立本院的办不成事窗口，其他法院的由该院或者中院信访局设立。");
        return
        [
            new ErrandDeskEvent.Opened(
                command.Desk, command.Court, command.Name, command.Place, command.Officer, command.Today, command.Actor.Name, command.Now),
        ];
    }

    public static Decision<ErrandDeskEvent> Decide(ErrandDeskState state, ErrandDeskStep step)
    {
        if (state.Opened is not { } opened || (step.Actor.Role != Role.Supervisor && step.Actor.Court != opened.Court))
            return Refusal.Unknown("没有这个办不成事窗口，请核对编号。");
        if (!Keeps(step.Actor.Role))
            return NotYourRole;
        if (step.Officer is not { } officer)
            return state.Closed is null ? [new ErrandDeskEvent.Closed(opened.Desk, step.Reason, step.Today, step.Actor.Name, step.Now)] : [];
        if (state.Closed is not null)
            return Refusal.Conflicts("desk-closed", "Y6", "该窗口已经撤销，不再指定专人；如需恢复，请另行设立。");
        return officer == state.Officer ? [] : [new ErrandDeskEvent.OfficerNamed(opened.Desk, officer, step.Reason, step.Today, step.Actor.Name, step.Now)];
    }

    private static Refusal NotYourRole => Refusal.Forbids("not-your-role", "办不成事窗口由本院信访部门或者中院信访局设立、指定专人和撤销。");

    private static bool Keeps(Role role) => role is Role.Office or Role.Supervisor;
}
