using PetitionMesh.Gateway.Reports.Products;

namespace PetitionMesh.Gateway.Tests.Reports;

/// <summary>A ledger too long to name everybody on it does not leave people guessing why.</summary>
public sealed class LongLedgerTests
{
    [Fact]
    public void It_says_below_the_list_of_cases_and_nowhere_else_why_nobody_is_named()
    {
        var ledger = new ProductTable("ledger", "台账", [new("leader", "领导"), new("case", "事项编号")], []);
        var figures = new ProductTable("figures", "数字", [new("court", "法院")], []);
        var report = new Product(
            "weekly", "周报", "city", "全市", new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 8), 1, null,
            [new("一、概况", ["总体平稳。"], [figures]), new("二、台账", [], [ledger])], []);

        var told = LedgerNames.Unnamed(report);

        Assert.Equal(["总体平稳。"], told.Sections[0].Paragraphs.AsEnumerable());
        Assert.Contains("请按法院分别查看", Assert.Single(told.Sections[1].Paragraphs), StringComparison.Ordinal);
    }
}
