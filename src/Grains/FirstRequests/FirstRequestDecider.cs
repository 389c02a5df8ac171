using PetitionMesh.Grains.Cases;

namespace PetitionMesh.Grains.FirstRequests;

/// <summary>Y1: whoever first receives is responsible, and every request ends: done on the spot, by the day promised, at the right body, or as a case.</summary>
public static class FirstRequestDecider
{
    public static Decision<FirstRequestEvent> Receive(FirstRequestState state, SealedFirstRequest request)
    {
        var command = request.Command;
        if (state.Received is not null)
            return command is { Import: not null, DoneOn: { } since } && state.Status == RequestStatus.Open
                ? [new FirstRequestEvent.Finished(command.Request, since, request.Result, command.Now)]
                : [];
        if (command.Import is null && Refuse(command) is { } refusal)
            return refusal;
        var id = command.Request;
        FirstRequestEvent received = new FirstRequestEvent.Received(
            id, command.Court, command.Channel, command.Day, command.Time, command.Responsible, command.Kind, command.Handling, command.Person.Key,
            request.Person, request.Claim, command.Number, command.DueOn, command.Register, command.Import?.Import, command.Now);
        return
        [
            received,
            .. command.To is { } to ? [new FirstRequestEvent.PassedOn(id, to, command.Appointment, Note: null, command.Now)] : Array.Empty<FirstRequestEvent>(),
            .. command.DoneOn is { } day ? [new FirstRequestEvent.Finished(id, day, request.Result, command.Now)] : Array.Empty<FirstRequestEvent>(),
        ];
    }

    /// <param name="seal">Seals a note or result for its field.</param>
    public static Decision<FirstRequestEvent> Decide(FirstRequestState state, FirstRequestStep step, Func<string, Secret, Sealed> seal)
    {
        if (state.Received is not { } received || step.Actor.Court != received.Court)
            return Refusal.Unknown("没有这条首诉登记，请核对编号。");
        var id = received.Request;
        if (step.File)
            return File(state, step, id);
        if (state.Filed)
            return Refusal.Conflicts("request-filed", "Y1", "该首诉登记已经归档，不能再办理。");
        if (step.Enter is { } @case)
            return state.Case == @case ? [] : Enter(state, step, id, @case);
        if (state.Status != RequestStatus.Open)
        {
            return Refusal.Conflicts("request-ended", "Y1", state.Status == RequestStatus.Done
                ? "该首诉登记已经办结，如又提出诉求，请另行登记。" : "该首诉已转为信访事项，请在该事项中办理。");
        }
        if (step.PassOn is { } passed)
        {
            return [new FirstRequestEvent.PassedOn(
                id, passed.To, passed.Appointment, passed.Note is { } note ? seal(FirstRequestGrain.NoteField, note) : null, step.Now)];
        }
        var finish = step.Finish!;
        if (finish.Day < received.Day)
            return Refusal.Breaks("done-before", "Y1", "办结日期早于接收日期，请核对。", "on");
        if (finish.Day > step.Today)
            return Refusal.Breaks("done-ahead", "Y1", "办结日期晚于今天，请核对。", "on");
        return [new FirstRequestEvent.Finished(id, finish.Day, finish.Result is { } result ? seal(FirstRequestGrain.ResultField, result) : null, step.Now)];
    }

    private static Refusal? Refuse(ReceiveFirstRequest command) => command switch
    {
        _ when command.Actor.Court != command.Court => Refusal.Forbids("not-your-court", "只能登记本院收到的首诉，请由收到的法院登记。"),
        { Handling: RequestHandling.Promised, DueOn: null } => Refusal.Breaks("due-missing", "Y1", "限期答复须写明答复期限。", "dueOn"),
        { DueOn: { } due } when due < command.Day => Refusal.Breaks("due-before", "Y1", "答复期限早于接收日期，请核对。", "dueOn"),
        { Handling: RequestHandling.Guided, To: null } => Refusal.Breaks("body-missing", "Y1", "引导预约须写明应由哪个部门办理。", "passedTo"),
        _ => null,
    };

    private static Decision<FirstRequestEvent> File(FirstRequestState state, FirstRequestStep step, FirstRequestId id)
    {
        if (state.Filed)
            return [];
        return state.Status == RequestStatus.Open
            ? Refusal.Conflicts("request-open", "Y1", "该首诉登记尚未办结，办结或转为信访事项后再归档。")
            : [new FirstRequestEvent.Filed(id, step.Now)];
    }

    /// <summary>Also what was answered may become a case: who is not content petitions.</summary>
    private static Decision<FirstRequestEvent> Enter(FirstRequestState state, FirstRequestStep step, FirstRequestId id, CaseId @case) =>
        state.Case is not null
            ? Refusal.Conflicts("request-entered", "Y1", "该首诉已转为另一信访事项，请在该事项中办理。")
            : [new FirstRequestEvent.Entered(id, @case, step.Now)];
}
