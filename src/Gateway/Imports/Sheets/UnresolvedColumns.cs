namespace PetitionMesh.Gateway.Imports.Sheets;

/// <summary>
/// The columns of a ledger of unresolved cases (J1, J4). Only the unit and the claim must be there: without them nobody owns the row or knows
/// what it asks for.
/// </summary>
internal static class UnresolvedColumns
{
    public static readonly SheetColumn Unit = new("责任单位", "承办单位", "责任法院", "承办法院", "责任单位名称", "承办单位名称", "责任法院名称", "单位名称", "单位") { IsRequired = true };
    public static readonly SheetColumn Petitioner = new("信访人", "信访人姓名", "上访人", "上访人姓名", "来访人", "来访人姓名", "当事人姓名", "姓名");
    public static readonly SheetColumn IdKind = new("证件类型", "证件种类");
    public static readonly SheetColumn IdNumber = new("证件号码", "身份证号码", "身份证号", "公民身份号码", "证件号", "身份证件号码", "信访人身份证号", "信访人身份证号码", "信访人证件号码", "居民身份证号码", "居民身份证号", "身份证") { WordsForNothing = SheetColumn.NoDocument };
    public static readonly SheetColumn Phone = new("联系电话", "信访人电话", "信访人联系电话", "信访人联系方式", "联系方式", "手机号码", "手机号", "电话号码", "电话");
    public static readonly SheetColumn CaseNumber = new("原审案号", "案号", "原案号", "原审案件案号", "原案案号", "原案件案号", "案件案号") { WordsForNothing = SheetColumn.NoLawsuit };
    public static readonly SheetColumn Cause = new("案由");
    public static readonly SheetColumn CaseType = new("案件类型", "案件类别", "案件性质");
    public static readonly SheetColumn Claim = new("信访事由", "信访诉求", "信访请求", "主要诉求", "诉求内容", "信访诉求内容", "信访事项", "诉求") { IsRequired = true };
    public static readonly SheetColumn FirstVisit = new("首次信访日期", "首次信访时间", "首访日期", "首访时间", "初访日期", "初访时间", "初次信访日期", "初次信访时间") { WordsForNothing = ["不记得", "记不清", "未记录", "无记录", "未信访"] };
    public static readonly SheetColumn Visits = new("信访次数", "来访次数");
    public static readonly SheetColumn LongStanding = new("是否老户", "是否为老户", "是否信访老户", "信访老户", "老户");
    public static readonly SheetColumn Owner = new("包案领导", "包案院领导");
    public static readonly SheetColumn ResponsibleLeader = new("责任领导");
    public static readonly SheetColumn Handler = new("责任人", "责任人姓名", "承办人", "承办人姓名", "承办法官");
    public static readonly SheetColumn HandlerPhone = new("责任人电话", "责任人联系电话", "责任人联系方式", "承办人电话", "承办人联系电话", "承办人联系方式")
    {
        Behind = Handler,
        NamesBehind = ["联系电话", "联系方式", "电话", "电话号码", "手机号码", "手机号"],
    };
    public static readonly SheetColumn Source = new("案件来源", "案件交办来源", "交办来源", "来源", "交办单位");
    public static readonly SheetColumn AssignedOn = new("交办日期", "交办时间", "接收时间", "接收日期");
    public static readonly SheetColumn ProvinceVisit = new("到省访", "是否到省访", "到省访情况", "到省访时间", "是否到省上访", "到省上访", "赴省访", "赴省上访");

    public static readonly IReadOnlyList<SheetColumn> All =
    [
        Unit, Petitioner, IdKind, IdNumber, Phone, CaseNumber, Cause, CaseType, Claim, FirstVisit, Visits, LongStanding, Owner,
        ResponsibleLeader, Handler, HandlerPhone, Source, AssignedOn, ProvinceVisit,
    ];
}
