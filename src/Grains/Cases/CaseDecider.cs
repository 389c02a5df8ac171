using PetitionMesh.Grains.Cases.Acts;
using PetitionMesh.Grains.Cases.Clocks;
using PetitionMesh.Grains.Cases.Closings;
using PetitionMesh.Grains.Cases.Papers;
using PetitionMesh.Grains.City;

namespace PetitionMesh.Grains.Cases;

/// <summary>The law of a case: pure, total, and safe to ask twice.</summary>
public static class CaseDecider
{
    public static Decision<CaseEvent> Decide(CaseState state, CaseCommand command) => command switch
    {
        CaseCommand.Receive receive when state.HasSeen(receive.Reception) => [],
        CaseCommand.Receive receive when !state.Exists && receive.Opening is null => Refusal.Unknown("没有这个信访事项，请核对后重试。"),
        CaseCommand.Receive receive => new([.. Reception(state, receive)], null),
        CaseCommand.Import import => new([.. Import(state, import)], null),
        CaseCommand.Identify identify => Identify(state, identify),
        CaseCommand.EraseData erase => Erase(state, erase),
        CaseCommand.Act act => ActDecider.Decide(state, act),
        CaseCommand.File file => PaperDecider.Decide(state, file),
        CaseCommand.Sweep sweep => new([.. SweepDecider.Decide(state, sweep)], null),
        CaseCommand.ReportOutsideVisit visit => ReturnDecider.Decide(state, visit),
        CaseCommand.Rate rate => ReturnDecider.Decide(state, rate),
        CaseCommand.AskReopening ask => ReturnDecider.Decide(state, ask),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command.GetType().Name, "No rule for this command."),
    };

    /// <summary>S10: gone above the receiving court's own tier. Video receptions never count (S4).</summary>
    public static bool SkipsLevel(CourtTier tier, Channel channel, Level level) =>
        channel != Channel.Video && level > (tier == CourtTier.Basic ? Level.Local : Level.City);

    /// <summary>W14(4): a promise resolves provisionally, until 24:00 of the same day a year later.</summary>
    public static bool IsStillProvisional(CaseState state, DateOnly day) =>
        state is { Status: CaseStatus.Provisional, Ending: { } ending } && day <= ending.Day.AddYears(1);

    /// <summary>W14(4): who came back then broke the promise. A visit before it that was entered late did not.</summary>
    private static bool BreaksPromise(CaseState state, CaseCommand.Receive command) =>
        IsStillProvisional(state, command.Day) && state.Ending!.IsBefore(command.Day, command.OccurredAt);

    private static IEnumerable<CaseEvent> Reception(CaseState state, CaseCommand.Receive command)
    {
        if (!state.Exists)
        {
            var opening = command.Opening!;
            yield return new CaseEvent.Opened(
                command.Case, opening.Number, command.Court, opening.Petitioners, opening.QueryCodeHash, command.Today);
        }

        // W14: within the year a return reopens; after it the clock has made the end final, also when no sweep has said so yet.
        var reopens = BreaksPromise(state, command);
        foreach (var @event in reopens ? ReturnDecider.Reopen(state, command.Reception, command.Day, command.Terms) : SweepDecider.Finish(state, command.Day))
            yield return @event;

        // W14: whoever comes back while a promise is being signed has not kept it; the report waits for nobody's signature any more.
        if (state.Work.Closing is { IsPromise: true } closing && closing.IsBefore(command.Day, command.OccurredAt))
            yield return new CaseEvent.ClosingLapsed(state.Id, closing.Number, LapseGround.Returned, command.Day);

        yield return Received(state, command, returned: state.Ending is { } ending && ending.IsBefore(command.Day, command.OccurredAt) && !reopens);

        if (state.Owner is null)
        {
            // W3: the order of registration decides, whatever the receptions say of their time.
            if (command is { Receiver: { } receiver, ReceiverCourt: { } court })
                yield return new CaseEvent.OwnerFixed(command.Case, receiver, court, OwnerOrigin.FirstReceiver, command.Now);
        }
        else if (command.Receiver != state.Owner.Leader && !state.Hands.Relieved)
        {
            yield return command.Channel == Channel.Visit
                ? new CaseEvent.Summoned(command.Summons, state.Id, state.Owner.Leader, command.Reception, command.Court, command.Now)
                : new CaseEvent.OwnerNotified(state.Id, state.Owner.Leader, command.Reception, command.Channel);
        }
    }

    private static CaseEvent.Received Received(CaseState state, CaseCommand.Receive command, bool returned) => new(
        command.Reception,
        command.Case,
        Number: state.Receptions.Length + 1,
        First: state.Receptions.IsEmpty && !state.IsImported,
        command.Court,
        command.Channel,
        command.Receiver,
        command.OccurredAt,
        command.Day,
        command.Petitioner,
        command.Joining,
        command.Content.Person,
        command.Content.Claim,
        command.Content.Opinion,
        command.Headcount,
        command.Level,
        command.SkipsLevel,
        Late: command.Day < command.Today,
        EarlierThanFirst: command.OccurredAt < state.OwnedSince,
        Returned: returned,
        AnswerDue: state.Receptions.IsEmpty && !state.IsImported ? command.AnswerDue : null,
        command.Unit,
        MatterKinds.Of(state.Exists ? state.Number : command.Opening?.Number),
        FromImport: state.IsImported ? true : null)
    {
        OriginalJudge = command.OriginalJudge,
        Representatives = command.Representatives,
        RecorderName = command.RecorderName,
    };

    private static Decision<CaseEvent> Identify(CaseState state, CaseCommand.Identify command)
    {
        if (!state.Exists || (!state.Courts.Contains(command.Actor.Court) && command.Actor.Role != Role.Supervisor))
            return Refusal.Unknown("没有这个信访事项，请核对编号。");
        if (state.Petitioners.Contains(command.Petitioner))
            return [];
        return state.Petitioners.IsEmpty
            ? [new CaseEvent.Identified(command.Case, command.Petitioner, command.Person)]
            : Refusal.Conflicts("already-identified", null, "该事项的信访人身份已经确认，不能再改为他人；如系同一纠纷请办理合并。");
    }

    private static Decision<CaseEvent> Erase(CaseState state, CaseCommand.EraseData command) => state switch
    {
        { Exists: false } => Refusal.Breaks("unknown-case", null, "没有这个信访事项，请核对编号。", "caseId"),
        { Petitioners.IsEmpty: false } => Refusal.Breaks("erase-by-person", null, "该事项的信访人身份已经确认，请按证件类型和号码办理删除。", "caseId"),
        { Key: null } => Refusal.Conflicts("data-erased", null, "该事项的个人信息已经删除，无须再次办理。"),
        _ => [new CaseEvent.ContentErased(state.Id, command.Reason)],
    };

    /// <summary>J1: a row that stands on the case already changes nothing, in whatever sheet it comes again.</summary>
    private static IEnumerable<CaseEvent> Import(CaseState state, CaseCommand.Import command)
    {
        var rows = command.Rows.Rows.RemoveAll(row => row.Key is { } key && state.ImportedRows.Contains(key));
        if (rows.IsEmpty && !command.Rows.Rows.IsEmpty)
            yield break;
        if (!state.Exists)
        {
            yield return new CaseEvent.Opened(
                command.Case,
                command.Opening.Number,
                command.Rows.Unit,
                command.Opening.Petitioners,
                command.Opening.QueryCodeHash,
                command.Today);
        }
        yield return command.Rows with { Rows = rows };

        // W3 precedence: an import names an owner only where none is fixed. A joined case has the older one's.
        if (state is { Owner: null, JoinedInto: null } && command is { Owner: { } owner, OwnerCourt: { } court })
            yield return new CaseEvent.OwnerFixed(command.Case, owner, court, OwnerOrigin.Imported, command.Now);
    }
}
