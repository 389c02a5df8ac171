using System.Collections.Immutable;

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
        var into = new CaseEvent.JoinedInto(younger.Case, older.Case, command.Reason, younger.Owner?.Leader, younger.Ended ? true : null);
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

    /// <summary>A limit that is watched (J5) and a return that breaks a promise (W14) may not vanish with the case they stand on.</summary>
    private static Refusal? Loss(JoinSide older, JoinSide younger) =>
        younger.Assigned
            ? Refusal.Conflicts("assigned", "J5", "将被并入的事项有上级交办任务尚未办结，请先办结交办任务，再办理合并。")
        : older.PromisedOn is { } promise && younger.LastReceptionOn >= promise
            ? Refusal.Conflicts("returned-under-another-number", "W14", "信访人承诺息诉后又以另一事项来访，请包案领导先重新办理原事项，再办理合并。")
        : null;

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
