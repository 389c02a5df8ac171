using System.Globalization;
using PetitionMesh.Grains.Cases.Clocks;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Leaders;

namespace PetitionMesh.Grains.Cases.Acts;

/// <summary>What must be written down for an act, by its form: looked at again here, whoever filled it in.</summary>
internal static class ActChecks
{
    /// <returns>Null when all is there.</returns>
    public static Refusal? Refuse(CaseState state, ActForm form, CaseCommand.Act act)
    {
        foreach (var field in form.Fields)
        {
            var value = act.Facts.Value(field.Name);
            var given = field.Kind switch
            {
                FieldKind.Narrative => act.Said.Contains(field.Name) && act.Narrative is not null,
                FieldKind.Papers => !act.Papers.IsEmpty,
                _ => value is not null,
            };
            // J9 names what is missing of papers by their lists, so an empty attachment is told there.
            if (field.Required && !given && field.Kind != FieldKind.Papers)
                return Refusal.Breaks("incomplete", form.Rule, $"{form.Title}须填写“{field.Title}”。", field.Name);
            if (value is not null && Problem(state, form, field, value, act.Ground) is { } problem)
                return Refusal.Breaks("invalid-field", form.Rule, problem, field.Name);
        }
        if (act.Papers.FirstOrDefault(p => state.Work.Papers.All(known => known.Id != p)) is { } unknown && unknown != default)
            return Refusal.Breaks("unknown-paper", "J9", "附件不属于本事项，请先上传材料。", "papers");
        if (form.Answers is { } answered && !Awaiting(state, form).Any(w => w.Id.Value == act.Facts.Value("of")))
            return Refusal.Breaks("nothing-to-answer", form.Rule, $"没有待答复的“{ActForms.Of(answered).Title}”登记，或已经答复。", "of");
        if (form.Confirms is { } sent && !Awaiting(state, form).Any(w => w.Id.Value == act.Facts.Value("of")))
            return Refusal.Breaks("nothing-to-confirm", form.Rule, $"没有待签收的“{ActForms.Of(sent).Title}”登记，或已经签收、答复。", "of");
        if (form.Act == CaseAct.IncidentHandled && act.Facts.Instant("handledAt") < state.Work.Waiting.First(w => w.Id.Value == act.Facts.Value("of")).Arrived)
            return Refusal.Breaks("handled-before-arrival", "J10", "处置时间不能早于到达时间，请核对。", "handledAt");
        if (form.After.FirstOrDefault(before => !state.Work.Has(before)) is var missing && !form.After.All(state.Work.Has))
            return Refusal.Breaks("not-yet", form.Rule, $"{form.Title}前须先完成{string.Join('、', form.After.Select(a => ActForms.Of(a).Title))}；尚缺：{ActForms.Of(missing).Title}。");
        return null;
    }

    /// <summary>The recorded acts that an act of this form may answer, or confirm the arrival of.</summary>
    public static IEnumerable<WaitingAct> Awaiting(CaseState state, ActForm form) =>
        state.Work.Waiting.Where(w => w.Act == form.Answers || (w.Act == form.Confirms && !w.Confirmed));

    private static string? Problem(CaseState state, ActForm form, ActField field, string value, CaseGround ground) => field.Kind switch
    {
        FieldKind.Day when field.Name is "limit" or "replyBy" => Day(value) < ground.Today ? "期限不能早于今天。"
            : Day(value) > ground.Today.AddDays(ClockLimit.Longest) ? "期限过长，请核对。" : null,
        FieldKind.Day => Day(value) > ground.Today ? "日期不能晚于今天。" : Day(value) < ground.Today.AddYears(-Oldest) ? "日期过早，请核对。" : null,
        FieldKind.Leader when field.Name == "owner" && field.Required && state.Owner is null => "尚未确定包案领导，请先确定包案领导。",
        FieldKind.Leader when field.Name == "owner" && field.Required && state.Owner!.Leader.Value != value => "与包案领导不符，包案领导只能通过接替变更。",
        FieldKind.Leader => ground.City.Leader(new LeaderId(value)) switch
        {
            null => "没有这位领导，请核对编号。",
            { } approver when field.Name == "approvedBy" => Approvers.May(approver, state, ground.City) ? null : Approvers.Words,
            { Active: false } gone when gone.Id != state.Owner?.Leader => "这位领导已经离任，请填写在任领导。",
            _ => null,
        },
        FieldKind.Instant when field.Ahead => At(value) < ground.Now - Skew ? $"{field.Title}不能早于现在，请核对。"
            : At(value) > ground.Now.AddYears(1) ? $"{field.Title}过晚，请核对。" : null,
        FieldKind.Instant => At(value) > ground.Now + Skew ? $"{field.Title}不能晚于现在，请核对。"
            : At(value) < ground.Now.AddYears(-Oldest) ? $"{field.Title}过早，请核对。" : null,
        FieldKind.Court => ground.City.Court(new CourtId(value)) is null ? "没有这个法院，请填写法院编号。" : null,
        FieldKind.Choice => field.Choices.Contains(value) ? null : $"可选：{string.Join('、', field.Choices)}。",
        FieldKind.Plain when field.Name == "division" && form.Act != CaseAct.Assign =>
            ground.City.Document.Courts.Any(c => state.Courts.Contains(c.Id) && c.Divisions.Contains(value)) || state.Courts.IsEmpty ? null : "没有这个部门，请按本院部门名称填写。",
        _ => null,
    };

    /// <summary>In years: what is recorded as done longer ago is a slip of the pen.</summary>
    private const int Oldest = 20;

    /// <summary>By how much clocks may differ.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private static DateTimeOffset At(string value) => DateTimeOffset.Parse(value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);

    private static DateOnly Day(string value) => DateOnly.ParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
