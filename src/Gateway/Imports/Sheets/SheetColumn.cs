using System.Collections.Immutable;

namespace PetitionMesh.Gateway.Imports.Sheets;

/// <summary>A column that a kind of sheet may have: the name in FORMS first, then names that real sheets use for it.</summary>
internal sealed record SheetColumn(string Name, params ImmutableArray<string> OtherNames)
{
    public static readonly ImmutableArray<string> NoDocument =
        ["拒绝提供", "拒不提供", "不愿提供", "拒绝", "无法提供", "未出示", "未带", "无身份证", "无身份证号", "无证件", "无证件号码", "没有身份证", "未留"];

    public static readonly ImmutableArray<string> NoLawsuit =
        ["无案号", "没有案号", "暂无案号", "未立案", "尚未立案", "不予立案", "未起诉", "未诉讼", "未进入诉讼", "非诉", "无诉讼", "案号不详"];

    public ImmutableArray<string> AllNames { get; } = [Name, .. OtherNames];

    /// <summary>Without this column the sheet is not of its kind.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Behind this column, a name that is another's elsewhere means this one.</summary>
    public SheetColumn? Behind { get; init; }

    /// <summary>The names that do.</summary>
    public ImmutableArray<string> NamesBehind { get; init; } = [];

    /// <summary>What means an empty cell in this column only, beside <see cref="SheetWords.SayNothing"/>.</summary>
    public ImmutableArray<string> WordsForNothing { get; init; } = [];
}
