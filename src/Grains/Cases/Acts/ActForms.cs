using System.Collections.Frozen;
using System.Collections.Immutable;
using PetitionMesh.Grains.Cases.Clocks;

namespace PetitionMesh.Grains.Cases.Acts;

/// <summary>All acts. Reading this page is reading who may do what, and what must be written down.</summary>
public static class ActForms
{
    private const Who Handling = Who.Owner | Who.Judge;
    private const Who Recording = Who.Owner | Who.Judge | Who.Clerk | Who.Office;

    public static ImmutableArray<ActForm> All { get; } =
    [
        Form(CaseAct.Assign, "交办", "J5", Who.Supervisor, CasePhase.Running,
            [
                Choice("source", "交办来源", true, "superiorCourt", "petitionBureau", "congress", "partyCommittee", "intermediateCourt", "other"),
                Plain("documentNumber", "交办文号"), Instant("receivedAt", "接收时间"), Court("unit", "承办单位"), Plain("division", "承办部门", false),
                Flag("urgent", "是否急办"), Leader("owner", "包案领导（尚未确定时）", false), new("limits", "特别期限", FieldKind.Limits, false),
            ]),
        Form(CaseAct.Enter, "建账", "J5", Who.Office | Who.Owner | Who.Supervisor, CasePhase.Running,
            [
                Leader("owner", "包案领导（尚未确定时）", false), Leader("responsibleLeader", "责任领导"), Plain("handler", "责任人"),
                Plain("contact", "责任人联系方式"), Plain("team", "化解专班", false),
            ],
            [ClockKind.Enter]),
        Form(CaseAct.Meet, "约见信访人", "J4", Who.Owner, CasePhase.Running,
            [
                Day("on", "约见日期"), Choice("mode", "形式", true, "visit", "appointment", "remote", "onSite"), Plain("place", "地点", false),
                Text("claim", "固定的信访诉求"), Text("record", "约见记录", false),
            ],
            [ClockKind.Meet]),
        Form(CaseAct.Investigate, "调查核实", "J4", Who.Owner, CasePhase.Running, [Day("on", "日期"), Text("findings", "调查核实情况")]),
        Form(CaseAct.Supervise, "督促办理", "J4", Who.Owner, CasePhase.Running, [Day("on", "日期"), Text("measures", "督促办理情况")]),
        Form(CaseAct.ArrangeHelp, "协调帮扶", "J4", Who.Owner, CasePhase.Running, [Day("on", "日期"), Text("measures", "协调帮扶情况")]),
        Form(CaseAct.Plan, "制定化解方案", "S5", Handling | Who.Office, CasePhase.Running,
            [Plain("person", "责任人"), Day("limit", "完成期限"), Text("measures", "化解措施"), Text("goal", "化解目标"), Papers(false)],
            starts: ClockKind.Plan),
        Form(CaseAct.Progress, "报送书面进展情况报告", "J5", Handling | Who.Office, CasePhase.Running,
            [
                Text("facts", "案件基本情况"), Text("claim", "信访人诉求"), Leader("owner", "包案领导"), Text("reviewOpinion", "评查意见"),
                Text("plan", "化解方案"), Text("measures", "采取的措施"), Text("progress", "案件进展"), Text("nextSteps", "下一步措施"), Papers(false),
            ],
            [ClockKind.Progress]),
        Form(CaseAct.Refer, "转办", "W3", Who.Owner, CasePhase.Running,
            [Plain("division", "承接部门"), Text("matter", "转办事项"), Text("requirement", "办理要求"), Day("limit", "办理期限", false)],
            starts: ClockKind.Refer, waits: true),
        Form(CaseAct.TakeReferral, "转办事项签收", "W7", Who.Judge | Who.AnyLeader, CasePhase.Always, [Of(), Plain("by", "签收人")], confirms: CaseAct.Refer, elsewhere: true),
        Form(CaseAct.Return, "转办事项退回", "W7", Who.Judge | Who.AnyLeader | Who.Owner, CasePhase.Always, [Of(), Text("result", "办理结果")], answers: CaseAct.Refer, elsewhere: true),
        Form(CaseAct.OnSite, "带案下访", "J3", Who.Owner, CasePhase.Running, [Day("on", "下访日期"), Plain("place", "地点"), Text("record", "下访记录")]),
        Form(CaseAct.Appointment, "约期接访", "W4", Recording, CasePhase.Always, [Arranged("at", "约定时间"), Plain("place", "地点"), Leader("leader", "接访领导", false)], elsewhere: true),
        Form(CaseAct.Video, "预约远程视频接访", "W12", Recording, CasePhase.Always,
            [Arranged("at", "预约时间"), Plain("room", "视频地点"), new("judgments", "原审裁判情况", FieldKind.Judgments, true)], waits: true, elsewhere: true),
        Form(CaseAct.VideoHeld, "远程视频接访", "W10", Recording, CasePhase.Always,
            [Of(), Instant("at", "接访时间"), Plain("participants", "参加人员"), Text("material", "接收材料情况", false), Text("record", "接访记录")], answers: CaseAct.Video, elsewhere: true),
        Form(CaseAct.Hearing, "信访听证", "L5", Recording, CasePhase.Running,
            [
                Day("on", "听证日期"), Plain("chair", "主持人"), Text("participants", "听证参加人员"), Text("explained", "释法说理情况"),
                Text("questions", "提问与解答"), Text("result", "听证结果"), Papers(false),
            ]),
        Form(CaseAct.Review, "案件评查", "W3", Who.Owner | Who.Judge | Who.AnyLeader, CasePhase.Running,
            [Day("on", "评查日期"), Choice("conclusion", "评查结论", true, "correct", "flawed", "wrong"), Text("opinion", "评查意见"), Papers(false)]),
        Form(CaseAct.SelfExamine, "自查自纠", "J9", Handling, CasePhase.Running, [Day("on", "日期"), Text("opinion", "自查意见"), Papers(false)]),
        Form(CaseAct.Assist, "司法救助", "S12", Handling | Who.Office, CasePhase.Always,
            [Day("on", "救助日期"), new("amount", "救助金额（元）", FieldKind.Amount, true), Leader("approvedBy", "批准人"), Text("reason", "救助理由")]),
        Form(CaseAct.Letter, "发督办函", "S8", Who.Supervisor | Who.Office, CasePhase.Running,
            [Plain("number", "函号"), Day("replyBy", "回复期限", false), Text("demand", "督办要求")], starts: ClockKind.Letter, waits: true),
        Form(CaseAct.Reply, "回复督办函", "S8", Handling | Who.Office, CasePhase.Always, [Of(), Text("text", "书面回复"), Papers(false)], answers: CaseAct.Letter),
        Form(CaseAct.Level, "提升处置层级", "S3", Who.President | Who.AnyLeader | Who.Supervisor, CasePhase.Running,
            [
                Choice("level", "处置层级", true, "1", "2", "3"), Text("reason", "提级理由"), Leader("responsibleLeader", "责任领导"),
                Day("limit", "办理期限", false), Plain("team", "专班", false),
            ],
            starts: ClockKind.Level),
        Form(CaseAct.CongressReport, "人大交办案件报告", "S6", Handling | Who.Office, CasePhase.Always,
            [Leader("supervisedBy", "督办院长"), Text("report", "案件报告"), Papers(false)], [ClockKind.Congress]),
        Form(CaseAct.Incident, "突发情况告知", "J10", Who.Clerk | Who.AnyLeader | Who.Office | Who.Owner, CasePhase.Always,
            [Instant("arrivedAt", "到达时间"), Plain("told", "已告知单位"), Text("what", "情况")], waits: true, elsewhere: true),
        Form(CaseAct.IncidentHandled, "突发情况处置", "J10", Who.Clerk | Who.AnyLeader | Who.Office | Who.Owner | Who.Judge, CasePhase.Always,
            [Of(), Instant("handledAt", "处置时间"), Text("result", "处置情况")], answers: CaseAct.Incident, elsewhere: true),
        Form(CaseAct.Accountability, "责任追究", "J15", Who.Supervisor | Who.President, CasePhase.Always,
            [
                Text("official", "责任人"), Choice("ground", "情形", true, "notActing", "delay", "hiding"), Plain("foundBy", "认定单位"),
                Plain("decidedBy", "决定机关"), Plain("measure", "处理措施"), Day("on", "决定日期"),
            ]),
        Form(CaseAct.Explain, "判后答疑", "S12", Recording, CasePhase.Always, [Day("on", "日期"), Plain("by", "答疑人"), Text("record", "答疑记录")], elsewhere: true),
        Form(CaseAct.Answer, "书面答复", "G1", Recording, CasePhase.Running, [Choice("kind", "答复类别", true, "first", "substantive"), Text("text", "答复内容"), Papers(false)]),
        Form(CaseAct.Pause, "中止期限", "J5", Who.Office | Who.Supervisor, CasePhase.Running,
            [new("clock", "期限", FieldKind.Clock, true), Plain("reason", "中止理由"), Leader("approvedBy", "批准人")]),
        Form(CaseAct.Resume, "恢复期限", "J5", Who.Office | Who.Supervisor, CasePhase.Running, [new("clock", "期限", FieldKind.Clock, true)]),
        Form(CaseAct.Close, "报结", "J9", Handling | Who.Office, CasePhase.Running,
            [
                Choice("ground", "化解标准", true, "oralPromise", "writtenUndertaking", "rejected", "retrial", "other"),
                Choice("outcome", "处理结果", true, Outcomes), Text("reason", "理由"), .. ReportSections(), Papers(true),
            ]),
        Form(CaseAct.Sign, "签批", "J6", Who.Owner | Who.AnyLeader | Who.Supervisor | Who.LeadingGroup | Who.President, CasePhase.Always,
            [Text("opinion", "签批意见", false)]),
        Form(CaseAct.SendBack, "退回", "J6", Who.Owner | Who.AnyLeader | Who.Supervisor | Who.LeadingGroup | Who.President, CasePhase.Always,
            [Text("reason", "退回理由")]),
        Form(CaseAct.Terminate, "终结", "J9", Handling | Who.Office, CasePhase.Running,
            [Choice("outcome", "处理结果", true, Outcomes), Text("reason", "不能息诉的情况和终结依据"), .. ReportSections(), Papers(true)],
            after: [CaseAct.SelfExamine, CaseAct.Review]),
        Form(CaseAct.HandOver, "移交", "J9", Handling | Who.Office, CasePhase.Final, [Plain("to", "接收单位"), Text("reason", "移交情况"), Papers(true)]),
        Form(CaseAct.Reopen, "重新办理", "W14", Who.Owner, CasePhase.Promised | CasePhase.Final, [Text("reason", "重新办理理由")]),
        Form(CaseAct.DeclineReopening, "不予重新办理", "W14", Who.Owner, CasePhase.Promised | CasePhase.Final, [Text("reason", "不予重新办理的理由")]),
    ];

    private static readonly FrozenDictionary<CaseAct, ActForm> ByAct = All.ToFrozenDictionary(f => f.Act);

    public static ActForm Of(CaseAct act) => ByAct[act];

    /// <summary>J8.</summary>
    private static string[] Outcomes => ["procedure", "explainedOtherWays", "persuaded", "assisted"];

    /// <summary>J14: the closing report's seven sections.</summary>
    public static ImmutableArray<ActField> ReportSections() =>
    [
        Text("parties", "信访人和原审当事人基本情况"),
        Text("judgments", "原审处理经过和裁判情况"),
        Text("complaints", "申请再审或申诉复查情况"),
        Text("grounds", "信访事由"),
        Text("findings", "信访事由调查核实情况及信访事项历史处理情况"),
        Text("selfExamination", "自查意见"),
        Text("conclusion", "评查结论"),
    ];

    private static ActForm Form(
        CaseAct act,
        string title,
        string rule,
        Who may,
        CasePhase when,
        ImmutableArray<ActField> fields,
        ImmutableArray<ClockKind> meets = default,
        ClockKind? starts = null,
        CaseAct? answers = null,
        CaseAct? confirms = null,
        bool waits = false,
        ImmutableArray<CaseAct> after = default,
        bool elsewhere = false) =>
        new(act, title, rule, may, when, fields, meets.IsDefault ? [] : meets, starts, answers, confirms, waits, after.IsDefault ? [] : after, elsewhere);

    private static ActField Plain(string name, string title, bool required = true) => new(name, title, FieldKind.Plain, required);

    private static ActField Text(string name, string title, bool required = true) => new(name, title, FieldKind.Narrative, required);

    private static ActField Day(string name, string title, bool required = true) => new(name, title, FieldKind.Day, required);

    private static ActField Instant(string name, string title) => new(name, title, FieldKind.Instant, true);

    private static ActField Arranged(string name, string title) => Instant(name, title) with { Ahead = true };

    private static ActField Leader(string name, string title, bool required = true) => new(name, title, FieldKind.Leader, required);

    private static ActField Court(string name, string title) => new(name, title, FieldKind.Court, true);

    private static ActField Flag(string name, string title) => new(name, title, FieldKind.Flag, false);

    private static ActField Choice(string name, string title, bool required, params string[] words) => new(name, title, FieldKind.Choice, required, words);

    private static ActField Of() => new("of", "所答复的登记编号", FieldKind.ActOf, true);

    private static ActField Papers(bool required) => new("papers", "附件", FieldKind.Papers, required);
}
