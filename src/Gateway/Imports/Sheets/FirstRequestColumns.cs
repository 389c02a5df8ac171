namespace PetitionMesh.Gateway.Imports.Sheets;

/// <summary>The columns of a register of first requests (Y1). Court, channel, day and what is asked for must be there.</summary>
internal static class FirstRequestColumns
{
    public static readonly SheetColumn Register = new("登记号", "登记编号", "序号");
    public static readonly SheetColumn ReceivedOn = new("接收日期", "登记日期") { IsRequired = true };
    public static readonly SheetColumn ReceivedAt = new("接收时间", "登记时间");
    public static readonly SheetColumn Court = new("受理法院", "接收法院") { IsRequired = true };
    public static readonly SheetColumn Channel = new("渠道", "来访形式", "接收渠道") { IsRequired = true };
    public static readonly SheetColumn Responsible = new("首诉负责人", "负责人");
    public static readonly SheetColumn Person = new("诉求人", "信访人", "姓名");
    public static readonly SheetColumn IdKind = new("证件类型", "证件种类");
    public static readonly SheetColumn IdNumber = new("证件号码", "身份证号码", "身份证号", "证件号", "身份证件号码", "居民身份证号码", "公民身份号码", "身份证") { WordsForNothing = SheetColumn.NoDocument };
    public static readonly SheetColumn Phone = new("联系电话", "电话", "联系方式");
    public static readonly SheetColumn Kind = new("诉求类别", "类别");
    public static readonly SheetColumn Claim = new("诉求内容", "诉求", "内容") { IsRequired = true };
    public static readonly SheetColumn Handling = new("办理方式", "处理方式");
    public static readonly SheetColumn DueOn = new("答复期限", "答复日期");
    public static readonly SheetColumn DoneOn = new("办结日期", "办结时间");
    public static readonly SheetColumn CaseNumber = new("案号", "原审案号", "关联案号") { WordsForNothing = SheetColumn.NoLawsuit };

    public static readonly IReadOnlyList<SheetColumn> All =
    [
        Register, ReceivedOn, ReceivedAt, Court, Channel, Responsible, Person, IdKind, IdNumber, Phone, Kind, Claim, Handling, DueOn, DoneOn,
        CaseNumber,
    ];
}
