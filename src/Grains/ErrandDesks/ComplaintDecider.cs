namespace PetitionMesh.Grains.ErrandDesks;

/// <summary>Y6: a complaint circulates, is checked against the list of forbidden conduct, and answered. What is late is marked and never refused.</summary>
public static class ComplaintDecider
{
    /// <summary>Years from today beyond which a day is a slip of the pen.</summary>
    private const int YearsOff = 1;

    /// <summary>What texts are sealed for. On disk: never change them.</summary>
    public const string ContentField = "content";
    public const string NameField = "name";
    public const string PhoneField = "phone";
    public const string FindingsField = "findings";
    public const string AnswerField = "answer";

    /// <param name="seal">Seals a text for its field.</param>
    public static Decision<ComplaintEvent> Register(ComplaintState state, RegisterComplaint command, Func<string, Secret, Sealed> seal)
    {
        if (state.Registered is not null)
            return [];
        if (!IsDesk(command.Actor.Role))
            return NotYourRole;
        if (command.Desk is not { } desk || desk.Court != command.Actor.Court)
            return Refusal.Breaks("unknown-desk", "Y6", "本院没有这个办不成事窗口，请核对编号。", "deskId");
        if (desk.ClosedOn is not null)
            return Refusal.Breaks("desk-closed", "Y6", "该窗口已经撤销，请登记到本院在用的办不成事窗口。", "deskId");
        if (command.Day > command.Today)
            return Refusal.Breaks("day-ahead", "Y6", "接收日期晚于今天，请核对。", "receivedOn");
        if (command.Day < command.Today.AddYears(-YearsOff))
            return Refusal.Breaks("day-long-ago", "Y6", "接收日期早于一年前，请核对。", "receivedOn");
        return
        [
            new ComplaintEvent.Registered(
                command.Complaint, desk.Court, desk.DeskId, desk.Name, desk.Officer, command.Channel, command.Day, command.Alleged, seal(ContentField, command.Content),
                command.Name is { } name ? seal(NameField, name) : null, command.Phone is { } phone ? seal(PhoneField, phone) : null, command.Actor.Name, command.Now),
        ];
    }

    /// <param name="seal">Seals a text for its field.</param>
    public static Decision<ComplaintEvent> Decide(ComplaintState state, ComplaintStep step, Func<string, Secret, Sealed> seal, ComplaintTerms terms)
    {
        // Another court's complaint is nobody's to know.
        if (state.Registered is not { } registered || step.Actor.Court != registered.Court)
            return Refusal.Unknown("没有这条办不成事反映，请核对编号。");
        if (!IsDesk(step.Actor.Role) && (step.Check is null || step.Actor.Role != Role.Leader))
            return NotYourRole;
        if (state.Answered is not null)
            return Refusal.Conflicts("complaint-answered", "Y6", "该反映已经答复，不再办理；如又有反映，请另行登记。");
        return step switch
        {
            { Circulate: { } circulate } => Circulate(state, registered, step, circulate, terms),
            { Check: { } check } => Check(state, registered, step, check, seal),
            { Answer: { } answer } => Answer(state, registered, step, answer, seal),
            _ => throw new InvalidOperationException("A step without anything to do."),
        };
    }

    private static Refusal NotYourRole => Refusal.Forbids("not-your-role", "办不成事反映由窗口人员或者本院信访部门登记、流转和答复；院庭长可以登记核查结果。");

    private static Refusal AlreadyChecked => Refusal.Conflicts("complaint-checked", "Y6", "该反映已经核查，请答复。");

    /// <summary>Who sits at the desk works as a clerk; the petition office of the court may as well.</summary>
    private static bool IsDesk(Role role) => role is Role.Clerk or Role.Office;

    private static Decision<ComplaintEvent> Circulate(
        ComplaintState state, ComplaintEvent.Registered registered, ComplaintStep step, CirculateComplaint circulate, ComplaintTerms terms)
    {
        if (state.Checked is not null)
            return AlreadyChecked;
        var due = circulate.DueOn ?? step.Today.AddDays(terms.DaysToCheck(registered.Court));
        if (due < step.Today)
            return Refusal.Breaks("due-before", "Y6", "核查期限早于今天，请核对。", "dueOn");
        if (due > step.Today.AddYears(YearsOff))
            return Refusal.Breaks("due-far-off", "Y6", "核查期限在一年以后，请核对。", "dueOn");
        return state.Circulated is { } known && (known.Division, known.DueOn) == (circulate.Division, due)
            ? []
            : [new ComplaintEvent.Circulated(registered.Complaint, circulate.Division, due, step.Today, step.Actor.Name, step.Now)];
    }

    private static Decision<ComplaintEvent> Check(
        ComplaintState state, ComplaintEvent.Registered registered, ComplaintStep step, CheckComplaint check, Func<string, Secret, Sealed> seal)
    {
        if (state.Circulated is not { } circulated)
            return Refusal.Conflicts("complaint-not-circulated", "Y6", "该反映尚未流转，流转到部门后再登记核查结果。");
        if (state.Checked is not null)
            return AlreadyChecked;
        if (check is { Outcome: CheckOutcome.Founded, Found.IsEmpty: true })
            return Refusal.Breaks("conduct-missing", "Y6", "核查属实的，须对照禁止行为清单写明是哪些行为。", "found");
        if (check is { Outcome: CheckOutcome.Unfounded, Found.IsEmpty: false })
            return Refusal.Breaks("conduct-not-asked", "Y6", "核查不属实的，不填禁止行为。", "found");
        return
        [
            new ComplaintEvent.Checked(
                registered.Complaint, check.Outcome, check.CheckedBy, seal(FindingsField, check.Findings), check.Found, step.Today, step.Today > circulated.DueOn,
                step.Actor.Name, step.Now),
        ];
    }

    private static Decision<ComplaintEvent> Answer(
        ComplaintState state, ComplaintEvent.Registered registered, ComplaintStep step, AnswerComplaint answer, Func<string, Secret, Sealed> seal)
    {
        if (state.Checked is not { } done)
            return Refusal.Conflicts("complaint-not-checked", "Y6", "该反映尚未核查，核查后再答复。");
        if (answer.Day > step.Today)
            return Refusal.Breaks("answered-ahead", "Y6", "答复日期晚于今天，请核对。", "on");
        if (answer.Day < done.Day)
            return Refusal.Breaks("answered-before", "Y6", "答复日期早于核查日期，请核对。", "on");
        return
        [
            new ComplaintEvent.Answered(
                registered.Complaint, answer.AnsweredBy, answer.Means, seal(AnswerField, answer.Text), answer.Day, step.Actor.Name, step.Now),
        ];
    }
}
