using System.Globalization;
using PetitionMesh.Gateway.Cases;
using PetitionMesh.Gateway.Cases.Work;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Cases.Acts;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Leaders;

namespace PetitionMesh.Gateway.Documents;

/// <summary>What the rules ask for on paper: one case one file (J7, S9), the closing report (J14), the reception record and the referral slip (W7).</summary>
internal sealed class CaseDocuments(ICityDirectory city, TimeProvider time)
{
    private static readonly string[] Numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

    private DateOnly Today => city.Current.DayOf(time.GetUtcNow());

    /// <summary>J7: the whole history as one document.</summary>
    public byte[] File(CaseFileView file)
    {
        var document = new OfficialDocument().Title("信访事项一案一档");
        var heading = 0;
        document.Heading(Next(ref heading, "基本情况")).Fields(
        [
            ("登记编号", file.CaseId.Value), ("原审案号", file.CaseNumber), ("受理法院", Court(file.Court)), ("登记日期", file.OpenedOn.Written()),
            ("当前状态", file.Status.Chinese()), ("包案领导", file.Owner is { } owner ? $"{owner.Name}（{Court(owner.Court)} {owner.Post}）" : "待确定"),
            ("参与法院", string.Join('、', file.Courts.Select(Court))), ("在办天数", $"自登记起 {file.Work.AgeDays} 天，现手中 {file.Work.HeldDays} 天"),
            ("处置层级", file.Work.Level == 0 ? null : $"第 {file.Work.Level} 层级"),
        ]);
        if (file.Owners.Length > 1)
        {
            document.Heading(Next(ref heading, "历任包案领导")).Table(
                [2600, 2600, 3644], ["包案领导", "起止日期", "更换依据"],
                file.Owners.Select(o => new[]
                {
                    $"{o.Name}（{Court(o.Court)} {o.Post}）{(o.FirstReceiver ? "首接" : "")}",
                    $"{DateOnly.FromDateTime(o.From.DateTime).Written()}至{(o.To is { } to ? DateOnly.FromDateTime(to.DateTime).Written() : "今")}",
                    o.Succession is { } s ? $"{s.Reason}；{s.ApprovedByName}{s.On.Written()}批准" : "",
                }));
        }
        if (file.Imported.Length > 0)
        {
            document.Heading(Next(ref heading, "导入台账记载"));
            foreach (var imported in file.Imported)
            {
                document.Fields(
                [
                    ("台账单位", Court(imported.Unit)), ("信访人", Person(imported.Petitioner, imported.Erased)), ("信访诉求", imported.Grievance),
                    ("首次来访", imported.FirstVisitOn is { } first ? first.Written() : null), ("此前来访", imported.EarlierVisits == 0 ? null : $"{imported.EarlierVisits} 次"),
                ]);
            }
        }
        if (file.Receptions.Length > 0)
        {
            document.Heading(Next(ref heading, "接访情况"));
            foreach (var reception in file.Receptions)
                document.Subheading($"第 {reception.Number} 次接访{(reception.Of is { } of ? $"（并入的事项 {of}）" : "")}").Fields(Reception(reception));
        }
        if (file.Work.Assignment is not null || file.Work.Entry is not null)
            document.Heading(Next(ref heading, "交办和建账情况")).Fields(Assignment(file.Work));
        if (file.Work.Clocks.Length > 0)
        {
            document.Heading(Next(ref heading, "办理期限")).Table(
                [2400, 900, 3300, 2244], ["事项", "依据", "期限", "状态"],
                file.Work.Clocks.Select(c => new[] { c.Name, c.Rule, $"{c.DueOn.Written()}24时", ClockStateNames.Of(c.State) }));
        }
        if (file.Work.Acts.Length > 0)
        {
            document.Heading(Next(ref heading, "办理经过"));
            foreach (var act in file.Work.Acts)
                document.Subheading($"{act.On.Written()} {act.Title}").Fields([.. act.Fields.Where(f => f.Name != "on").Select(f => (f.Title, Readable(act.Act, f))), ("记录人", Leader(act.Actor))]);
        }
        foreach (var closing in file.Work.Closings)
        {
            document.Heading(Next(ref heading, $"第 {closing.Number} 次报结")).Fields(
            [
                ("化解标准", GroundNames.Of(closing.Ground)), ("处理结果", closing.OutcomeName), ("报送日期", closing.On.Written()), ("接收单位", closing.To),
                .. closing.Report.Select(f => (f.Title, f.Value)), ("退回情况", closing.SentBackBy),
            ]);
            Signatures(document, closing);
        }
        document.Heading(Next(ref heading, "大事记")).Table(
            [2300, 2400, 2944, 1200], ["时间", "事项", "内容", "记录人"],
            file.Chronicle.Select(c => new[] { Instant(c.At), c.What, c.Detail ?? "", c.By }));
        if (file.Work.Papers.Length > 0)
        {
            document.Heading(Next(ref heading, "材料目录")).Table(
                [900, 3900, 1500, 2544], ["序号", "材料", "大小", "校验值（前 16 位）"],
                file.Work.Papers.Select((p, i) => new[] { Number(i + 1), p.Name, $"{(p.Size + 1023) / 1024} KiB", p.Hash[..Math.Min(16, p.Hash.Length)] }));
        }
        return document.SignedBy(Court(file.Work.Assignment?.Unit ?? file.Owner?.Court ?? file.Court), Today).ToBytes();
    }

    /// <summary>J14: the seven sections, then who signed.</summary>
    public byte[] ClosingReport(CaseFileView file, ClosingView closing)
    {
        var name = file.Receptions.Select(r => r.Petitioner?.Name).Concat(file.Imported.Select(i => i.Petitioner?.Name)).LastOrDefault(n => n is not null) ?? "××××";
        var document = new OfficialDocument().Title($"关于{name}信访一案的办结报告");
        var heading = 0;
        foreach (var section in ActForms.ReportSections())
            document.Heading(Next(ref heading, section.Title)).Text(closing.Report.FirstOrDefault(f => f.Name == section.Name)?.Value ?? Gone(closing));
        document.SignedBy(Court(file.Work.Assignment?.Unit ?? file.Owner?.Court ?? file.Court), closing.On);
        Signatures(document, closing);
        return document.ToBytes();
    }

    /// <summary>W7: 接访登记表.</summary>
    public byte[] ReceptionRecord(CaseFileView file, ReceptionRecord reception) => new OfficialDocument()
        .Title("接访登记表")
        .Form(
        [
            ("登记编号", reception.ReceptionId.Value), ("接访法院", Court(reception.Court)), ("接访地点", reception.Channel == Channel.Visit ? "一楼信访接待室" : null), .. Reception(reception), ("住址", null),
            ("原审案号", file.CaseNumber), ("原审法院", OriginalCourt(file.CaseNumber)), ("包案领导", file.Owner is { } owner ? $"{owner.Name}（{owner.Post}）" : null),
        ])
        .SignedBy(Court(reception.Court), city.Current.DayOf(reception.OccurredAt))
        .ToBytes();

    /// <summary>W3, W7: 信访事项转办单.</summary>
    public byte[] ReferralSlip(CaseFileView file, ActRecord referral)
    {
        var taken = Next(CaseAct.TakeReferral);
        var returned = Next(CaseAct.Return);
        return new OfficialDocument()
            .Title("信访事项转办单")
            .Form(
            [
                ("编号", referral.ActId.Value), ("转出领导", Leader(referral.Actor)), ("承接部门", Value(referral, "division")),
                ("信访人", Person(file.Receptions.LastOrDefault()?.Petitioner ?? file.Imported.LastOrDefault()?.Petitioner)), ("原审案号", file.CaseNumber),
                ("转办事项", Value(referral, "matter")), ("办理要求", Value(referral, "requirement")),
                ("办理期限", file.Work.Clocks.FirstOrDefault(c => c.Clock == referral.Clock) is { } limit ? $"{limit.DueOn.Written()}24时前" : null),
                ("承接人", taken is null ? null : Value(taken, "by")), ("承接人签收时间", taken is null ? null : Instant(taken.At)),
                ("办理结果", returned is null ? null : Value(returned, "result")),
                ("退回包案领导时间", returned is null ? null : Instant(returned.At)),
            ])
            .SignedBy(Court(file.Owner?.Court ?? file.Court), referral.On)
            .ToBytes();

        ActRecord? Next(CaseAct act) => file.Work.Acts.FirstOrDefault(a => a.Act == act && Value(a, "of") == referral.ActId.Value);
    }

    /// <summary>By the code in the number; null for courts outside the city and for numbers without one.</summary>
    private string? OriginalCourt(string? number) =>
        CaseNumber.TryParse(number, out var known, out _) ? city.Current.Document.Courts.FirstOrDefault(c => c.Code == known.CourtCode)?.Name : null;

    private IEnumerable<(string, string?)> Reception(ReceptionRecord reception) =>
    [
        ("接访时间", Instant(reception.OccurredAt)), ("接访形式", reception.Channel.Chinese()), ("信访人", Person(reception.Petitioner, reception.Erased)),
        ("证件类型", IdTypeNames.Of(reception.Petitioner?.IdType)), ("证件号码", reception.Petitioner?.IdNumber), ("联系方式", reception.Petitioner?.Phone), ("人数及代表人", Along(reception)),
        ("初访/重访", reception.First ? "初访" : $"重访（第 {reception.Number} 次）"), ("信访诉求", reception.Claim ?? (reception.Erased ? Erased : null)), ("接访处理意见", reception.Opinion),
        ("接访领导", reception.ReceivedBy is { } by ? Leader(by) : null), ("记录人", reception.RecorderName ?? Leader(reception.RecordedBy)),
        ("承办人", reception.OriginalJudge), ("是否通知首接领导及到场情况", reception.Summons is { } summons ? Told(summons) : null),
    ];

    /// <summary>W8: who was called, when, and whether he came.</summary>
    private string Told(SummonsStanding summons) =>
        $"{Instant(summons.SentAt)}通知{Leader(summons.LeaderId.Value)}到场，{summons.Status.Chinese()}{(summons.SettledAt is { } at ? $"（{Instant(at)}）" : "")}";

    private IEnumerable<(string, string?)> Assignment(WorkView work) =>
    [
        ("交办单位", work.Assignment is { } by ? SourceNames.Of(by.Source) : null), ("交办文号", work.Assignment?.DocumentNumber), ("接收时间", work.Assignment is { } a ? Instant(a.ReceivedAt) : null),
        ("承办单位", work.Assignment is { } unit ? Court(unit.Unit) + unit.Division : null), ("是否急办", work.Assignment is { Urgent: true } ? "急办" : null),
        ("责任领导", work.Entry is { } entry ? Leader(entry.ResponsibleLeader) : null), ("责任人", work.Entry?.Handler), ("联系方式", work.Entry?.Contact),
        ("化解专班", work.Entry?.Team),
    ];

    private const string Erased = "（个人信息已依法删除）";

    private static string Gone(ClosingView closing) => closing.Erased ? Erased : "";

    private static void Signatures(OfficialDocument document, ClosingView closing)
    {
        if (closing.Signatures.Length > 0)
        {
            document.Table(
                [2200, 1700, 2500, 2444], ["签批环节", "签批人", "日期", "意见"],
                closing.Signatures.Select(s => new[] { s.LayerName, s.Name, s.On.Written(), s.Opinion ?? (s.Erased ? Erased : "同意") }));
        }
    }

    private string? Readable(CaseAct act, FilledField field) => ActForms.Of(act).Field(field.Name)?.Kind switch
    {
        FieldKind.Leader => field.Value is { } id ? Leader(id) : null,
        FieldKind.Court => field.Value is { } court ? Court(court) : null,
        FieldKind.Choice => field.Value is { } word ? ChoiceNames.Of(word) : null,
        FieldKind.Day => field.Value is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture).Written() : null,
        FieldKind.Instant => field.Value is { } text ? Instant(DateTimeOffset.Parse(text, CultureInfo.InvariantCulture)) : null,
        FieldKind.Flag => field.Value == "true" ? "是" : "否",
        FieldKind.ActOf => null,
        _ => field.Value,
    };

    private string Court(string id) => city.Current.Court(new CourtId(id))?.Name ?? id;

    private string Leader(string id) => city.Current.Leader(new LeaderId(id)) is { } leader ? $"{leader.Name}（{leader.Post}）" : id;

    private string Instant(DateTimeOffset at) => city.Current.InCity(at).Written();

    private static string? Person(PersonView? person, bool erased = false) => person is not null ? person.Name ?? "未提供姓名" : erased ? Erased : null;

    private static string Along(ReceptionRecord reception) => reception.Representatives is { } along
        ? $"{reception.Headcount} 人，代表人{string.Join('、', along.Prepend(reception.Petitioner).Select(p => Person(p, erased: true)))}"
        : $"{reception.Headcount} 人";

    private static string? Value(ActRecord act, string name) => act.Fields.FirstOrDefault(f => f.Name == name)?.Value;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Next(ref int heading, string title)
    {
        var number = heading++;
        return $"{(number < Numerals.Length ? Numerals[number] : $"十{Numerals[number - Numerals.Length]}")}、{title}";
    }
}
