namespace PetitionMesh.Gateway.Reports.Products;

/// <summary>The periodic products (S1, J12, J13, W9, S2, S10, W6, Y7).</summary>
internal enum ProductKind
{
    Weekly,
    Bulletin,
    Monthly,
    Quarterly,
    HalfYear,
    Annual,
    Explanations,
    Screening,
    Indicators,
    Workload,
    StaffReviews,
    FollowUps,
}

/// <summary>Their words, titles and usual periods.</summary>
internal static class ProductKinds
{
    public static IReadOnlyList<ProductKind> All { get; } = Enum.GetValues<ProductKind>();

    /// <summary>In addresses and in what is stored; never changed.</summary>
    public static string Word(this ProductKind kind) => kind switch
    {
        ProductKind.Weekly => "weekly",
        ProductKind.Bulletin => "bulletin",
        ProductKind.Monthly => "monthly",
        ProductKind.Quarterly => "quarterly",
        ProductKind.HalfYear => "half-year",
        ProductKind.Annual => "annual",
        ProductKind.Explanations => "explanations",
        ProductKind.Screening => "screening",
        ProductKind.Indicators => "indicators",
        ProductKind.Workload => "workload",
        ProductKind.StaffReviews => "staff-reviews",
        ProductKind.FollowUps => "follow-ups",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such product."),
    };

    public static string Title(this ProductKind kind) => kind switch
    {
        ProductKind.Weekly => "带班领导接访台账",
        ProductKind.Bulletin => "信访工作双周通报",
        ProductKind.Monthly => "信访工作月报",
        ProductKind.Quarterly => "信访工作季度分析",
        ProductKind.HalfYear => "信访工作半年情况",
        ProductKind.Annual => "信访工作年度总结",
        ProductKind.Explanations => "需说明情况单位清单",
        ProductKind.Screening => "信访事项排查清单",
        ProductKind.Indicators => "“三高三低”指标",
        ProductKind.Workload => "院庭长接访化解工作量",
        ProductKind.StaffReviews => "首问首接责任考核依据",
        ProductKind.FollowUps => "信访工作周例会督办清单",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such product."),
    };

    /// <summary>The period that holds a day, where nobody says another.</summary>
    public static (DateOnly From, DateOnly To) PeriodOf(this ProductKind kind, DateOnly day)
    {
        var month = new DateOnly(day.Year, day.Month, 1);
        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        return kind switch
        {
            ProductKind.Weekly or ProductKind.FollowUps => (monday, monday.AddDays(6)),
            ProductKind.Bulletin => (monday.AddDays(-7), monday.AddDays(6)),
            ProductKind.Quarterly => Months(new DateOnly(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1), 3),
            ProductKind.HalfYear => Months(new DateOnly(day.Year, day.Month <= 6 ? 1 : 7, 1), 6),
            ProductKind.Annual or ProductKind.Workload or ProductKind.StaffReviews => Months(new DateOnly(day.Year, 1, 1), 12),
            _ => Months(month, 1),
        };
    }

    private static (DateOnly From, DateOnly To) Months(DateOnly from, int months) => (from, from.AddMonths(months).AddDays(-1));
}
