using System.Collections.Immutable;
using PetitionMesh.Grains.Cases.Acts;
using PetitionMesh.Grains.Cases.Clocks;

namespace PetitionMesh.Grains.Cases;

/// <summary>Two numbers, one dispute: which case goes on, and what both streams say of it.</summary>
public static class JoinDecider
{
    /// <returns>The slices' events per case, or a refusal.</returns>
    public static (Refusal? Refusal, CaseId Older, ImmutableArray<CaseEvent> One, ImmutableArray<CaseEvent> Other) Decide(
        JoinSide one, JoinSide other, JoinCases command)
    {
        if (Problem(one, other, command) is { } refusal)
            return (refusal, default, [], []);
        var (older, younger) = IsOlder(one, other) ? (one, other) : (other, one);
        if (Loss(older, younger) is { } loss)
            return (loss, default, [], []);
        ImmutableArray<CaseEvent> kept = [new CaseEvent.JoinedBy(older.Case, younger.Case, command.Reason, younger.Courts)];
        var into = new CaseEvent.JoinedInto(younger.Case, older.Case, command.Reason, younger.Owner?.Leader, younger.EndedOn is null ? null : true);
        ImmutableArray<CaseEvent> taken = older.Owner is { } owner && owner.Leader != younger.Owner?.Leader
            ?
            [
                into,
                new CaseEvent.OwnerFixed(younger.Case, owner.Leader, owner.Court, OwnerOrigin.Joined, command.Now),
            ]
            : [into];
        return older == one ? (null, older.Case, kept, taken) : (null, older.Case, taken, kept);
    }

    /// <summary>The older owner stays, so his case goes on; a case without owner gives way.</summary>
    private static bool IsOlder(JoinSide one, JoinSide other) => (one.Owner, other.Owner) switch
    {
        ({ } a, { } b) => a.At <= b.At,
        ({ }, null) => true,
        (null, { }) => false,
        _ => one.OpenedOn <= other.OpenedOn,
    };

    /// <summary>What somebody waits for on a case (J5, J6, S6, S8, W3): after a join nothing of it could be done any more.</summary>
    public static string? Unfinished(CaseState state) => state switch
    {
        { Ending: null, Work.Assignment: not null } => "上级交办任务",
        { Work.Closing: not null } => "待签批的办结报告",
        { Work.Waiting: [var first, ..] } => $"待答复的“{ActForms.Of(first.Act).Title}”",
        _ => state.Work.Clocks.Any(c => c.Clock.Kind == ClockKind.Congress && c.IsAwaited) ? "人大交办案件报告" : null,
    };

    /// <summary>What is waited for, a promise that is counted and a return (W14) may not vanish with the case they stand on.</summary>
    private static Refusal? Loss(JoinSide older, JoinSide younger)
    {
        if (younger.Unfinished is { } unfinished)
            return Refusal.Conflicts("unfinished", "J5", $"将被并入的事项有{unfinished}，请先办完，再办理合并。");
        if (younger.Promised)
            return Refusal.Conflicts("promise-would-vanish", "W14", "将被并入的事项已承诺息诉且未满一年，请包案领导先重新办理该事项，再办理合并。");
        return older.EndedOn is { } end && (younger.LastReceptionOn ?? younger.OpenedOn) >= end && (younger.EndedOn is null || older.Promised)
            ? Refusal.Conflicts("returned-under-another-number", "W14", "信访人在原事项办结后又以另一事项来访，请包案领导先重新办理原事项，再办理合并。")
            : null;
    }

    private static Refusal? Problem(JoinSide one, JoinSide other, JoinCases command)
    {
        if (!one.Courts.Concat(other.Courts).Contains(command.Actor.Court) && command.Actor.Role != Role.Supervisor)
            return Refusal.Unknown("没有这个信访事项，请核对编号。");
        if (one.Case == other.Case)
            return Refusal.Breaks("join-itself", null, "不能与自身合并，请选择另一个信访事项。", "with");
        if (one.JoinedInto is not null || other.JoinedInto is not null)
            return Refusal.Conflicts("already-joined", null, "其中一个事项已经合并，请查询合并后的事项。");
        return one.Petitioners.Intersect(other.Petitioners).Any()
            ? null
            : Refusal.Breaks("join-different-persons", null, "两个事项没有共同的信访人，不能合并；身份未确认的事项请先办理身份确认。", "with");
    }
}
