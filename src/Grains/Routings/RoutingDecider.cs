using System.Globalization;

namespace PetitionMesh.Grains.Routings;

/// <summary>Y2, Y3: one dispute, one judge. Whoever had a matter first gets it, within the limit, and may say that it was never his (Y4: <see cref="ObjectionDecider"/>).</summary>
public static class RoutingDecider
{
    /// <summary>What is older is a slip of the pen, not a matter that still waits.</summary>
    private const int YearsBack = 1;

    public static Decision<RoutingEvent> Register(RoutingState state, RegisterRouting command, Sealed? note, RoutingTerms terms)
    {
        if (!IsDesk(command.Actor.Role))
            return NotYourRole;
        var rule = RuleOf(command.Kind);
        if (state is { Registered: { } known, IsWithdrawn: false })
            return Refusal.Conflicts("routing-known", rule, $"该案号已由{known.By}登记分流单，一案一单，请按案号检索，在原单上办理；原单登记有误的，请先撤销。");
        var (field, name) = command.Kind == RoutingKind.FirstTrial ? ("receivedOn", "收到材料日期") : ("searchedOn", "检索日期");
        if (command.Day > command.Today)
            return Refusal.Breaks("day-ahead", rule, $"{name}晚于今天，请核对。", field);
        if (command.Day < command.Today.AddYears(-YearsBack))
            return Refusal.Breaks("day-long-ago", rule, $"{name}早于一年前，请核对。", field);
        if (WrongGround(command.Kind, command.Ground) is { } wrong)
            return wrong;
        return
        [
            new RoutingEvent.Registered(
                command.Routing, command.Court, command.Kind, command.Number, command.Ground, command.Day,
                command.Day.AddDays(terms.DaysToRoute(command.Kind, command.Court)), note, command.Actor.Name, command.Now),
        ];
    }

    /// <param name="seal">Seals a text for its field.</param>
    public static Decision<RoutingEvent> Decide(RoutingState state, RoutingStep step, Func<string, Secret, Sealed> seal, RoutingTerms terms)
    {
        // Another court's slip is nobody's to know.
        if (state.Registered is not { } registered || step.Actor.Court != registered.Court)
            return Refusal.Unknown("没有这张分流单，请核对编号。");
        if (step.Dispute is { } dispute)
            return IsDesk(step.Actor.Role) || step.Actor.Role is Role.Judge or Role.Leader ? ObjectionDecider.Object(state, step, dispute, seal) : NotYourRole;
        if (!IsDesk(step.Actor.Role))
            return NotYourRole;
        return step switch
        {
            { Route: { } route } => Route(state, registered, step, route, terms),
            { Resolve: { } resolve } => ObjectionDecider.Resolve(state, registered, step, resolve, seal, terms),
            { Enforced: { } enforced } => Enforced(state, registered, step, enforced),
            { Withdraw: { } reason } => Withdraw(state, registered, step, reason),
            _ => throw new InvalidOperationException("A step without anything to do."),
        };
    }

    /// <summary>The rule that a slip of this kind stands on.</summary>
    public static string RuleOf(RoutingKind kind) => kind == RoutingKind.FirstTrial ? "Y2" : "Y3";

    public static bool IsOf(RoutingGround ground, RoutingKind kind) => ground < RoutingGround.Resumed == (kind == RoutingKind.FirstTrial);

    private static Refusal NotYourRole => Refusal.Forbids("not-your-role", "分流单由立案庭、执行指挥中心的窗口人员或本院信访部门办理；法官和院领导可以提出异议。");

    /// <summary>The filing division and the command centre work as clerks; the petition office of the court may as well.</summary>
    private static bool IsDesk(Role role) => role is Role.Clerk or Role.Office;

    private static Decision<RoutingEvent> Route(RoutingState state, RoutingEvent.Registered registered, RoutingStep step, Route route, RoutingTerms terms)
    {
        var rule = RuleOf(registered.Kind);
        if (state.IsWithdrawn)
            return Refusal.Conflicts("routing-withdrawn", rule, "该单已撤销；需要分流的，请重新登记。");
        if (state.Routed is not null)
            return Refusal.Conflicts("routing-routed", rule, "该件已经分流；认为分流有误的，请提出异议。");
        if (route is { Related: null, Ground: not null })
            return Refusal.Breaks("ground-not-asked", rule, "没有关联案件的，不填分流依据。", "ground");
        if (route.Related == registered.Number)
            return Refusal.Breaks("related-same", rule, "关联案号与本件案号相同，请填写在先案件的案号。", "relatedCaseNumber");
        if (WrongGround(registered.Kind, route.Ground) is { } wrong)
            return wrong;
        if (route.Related is not null && (route.Ground ?? registered.Ground) is null)
            return Refusal.Breaks("ground-missing", rule, "分流给首审（首执）负责人的，须写明分流依据。", "ground");
        return
        [
            new RoutingEvent.Routed(
                registered.Routing, route.Related, route.Receiver, route.Ground, step.Today, step.Today > registered.DueOn,
                step.Today.AddDays(terms.DaysToObject(registered.Kind, registered.Court)), step.Actor.Name, step.Now),
        ];
    }

    /// <summary>Only what the first officer enforced is enforced "this way".</summary>
    private static Decision<RoutingEvent> Enforced(RoutingState state, RoutingEvent.Registered registered, RoutingStep step, RecordEnforced enforced)
    {
        if (registered.Kind != RoutingKind.FirstEnforcement)
            return Refusal.Breaks("not-enforcement", "Y3", "只有首执分流单登记执行到位情况。");
        if (state.Routed is null)
            return Refusal.Conflicts("routing-pending", "Y3", "该件尚未分流，分流后再登记执行到位情况。");
        if (state.Related is null)
            return Refusal.Breaks("no-first-officer", "Y3", "该件未分流给首执负责人，不计入首执执行到位情况。");
        if (enforced.Day < registered.Day)
            return Refusal.Breaks("enforced-before", "Y3", "执行到位日期早于检索日期，请核对。", "on");
        if (enforced.Day < state.Enforced?.Day)
        {
            return Refusal.Breaks("enforced-before-known", "Y3", string.Create(
                CultureInfo.InvariantCulture, $"已登记截至 {state.Enforced.Day:yyyy-MM-dd} 的累计金额，请填写该日或以后的日期。"), "on");
        }
        if (enforced.Day > step.Today)
            return Refusal.Breaks("enforced-ahead", "Y3", "执行到位日期晚于今天，请核对。", "on");
        return state.Enforced is { } known && known.Fen == enforced.Fen && known.Day == enforced.Day
            ? []
            : [new RoutingEvent.Enforced(registered.Routing, enforced.Fen, enforced.Day, step.Actor.Name, step.Now)];
    }

    /// <summary>A slip that was registered by mistake is taken back while nobody works on it.</summary>
    private static Decision<RoutingEvent> Withdraw(RoutingState state, RoutingEvent.Registered registered, RoutingStep step, string reason) => state.Status switch
    {
        RoutingStatus.Withdrawn => [],
        RoutingStatus.Pending => [new RoutingEvent.Withdrawn(registered.Routing, reason, step.Actor.Name, step.Now)],
        _ => Refusal.Conflicts("routing-routed", RuleOf(registered.Kind), "该件已经分流，不能撤销；认为分流有误的，请提出异议。"),
    };

    internal static Refusal? WrongGround(RoutingKind kind, RoutingGround? ground) => ground is not { } some || IsOf(some, kind)
        ? null
        : Refusal.Breaks("ground-of-other-kind", RuleOf(kind), kind == RoutingKind.FirstTrial
            ? "首审的分流依据为撤诉后重新起诉、调解或裁判衍生、示范案件及平行案件。"
            : "首执的分流依据为恢复执行、分立执行、同一依据批量执行、关联案件、重新分配的案件、分期履行的后续部分。", "ground");
}
