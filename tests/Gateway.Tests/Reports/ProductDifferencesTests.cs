using System.Collections.Immutable;
using PetitionMesh.Gateway.Documents;
using PetitionMesh.Gateway.Reports.Products;

namespace PetitionMesh.Gateway.Tests.Reports;

/// <summary>A correction names what was wrong, and nothing else.</summary>
public sealed class ProductDifferencesTests
{
    private static readonly ProductColumn[] Problems = [new("day", "日期"), new("unit", "报送单位"), new("problem", "问题")];
    private static readonly ProductColumn[] Owned = [new("court", "法院"), new("received", "本期交办"), new("running", "在办", AsOf: true)];

    [Fact]
    public void A_row_more_in_a_list_does_not_withdraw_the_others()
    {
        var xishan = ProductRow.Of(SheetCell.Of(new DateOnly(2026, 11, 20)), SheetCell.Of("西山区人民法院"), SheetCell.Of("未报"));
        var dongang = ProductRow.Of(SheetCell.Of(new DateOnly(2026, 11, 20)), SheetCell.Of("东港区人民法院"), SheetCell.Of("漏报预警"));
        var line = Assert.Single(ProductDifferences.Of(With(Problems, xishan), With(Problems, dongang, xishan)));
        Assert.Equal(("2026-11-20　东港区人民法院　漏报预警", "日期", null, "2026-11-20"), (line.Row, line.Column, line.Was, line.Is));
        line = Assert.Single(ProductDifferences.Of(With(Problems, dongang, xishan), With(Problems, xishan)));
        Assert.Equal(("2026-11-20　东港区人民法院　漏报预警", null), (line.Row, line.Is));
    }

    [Fact]
    public void What_stood_at_its_position_was_right()
    {
        ProductRow Row(long received, long running) => ProductRow.Of(SheetCell.Of("东港区人民法院"), SheetCell.Of(received), SheetCell.Of(running));
        Assert.Empty(ProductDifferences.Of(With(Owned, Row(3, 2)), With(Owned, Row(3, 1))));
        var line = Assert.Single(ProductDifferences.Of(With(Owned, Row(3, 2)), With(Owned, Row(4, 5))));
        Assert.Equal(("东港区人民法院", "本期交办", "3", "4"), (line.Row, line.Column, line.Was, line.Is));
    }

    [Fact]
    public void What_a_later_version_tells_besides_was_not_wrong_before()
    {
        ProductColumn[] more = [new("court", "法院"), new("entered", "已建账"), .. Owned[1..]];
        var was = With(Owned, ProductRow.Of(SheetCell.Of("东港区人民法院"), SheetCell.Of(3), SheetCell.Of(2)));
        var now = With(more, ProductRow.Of(SheetCell.Of("东港区人民法院"), SheetCell.Of(9), SheetCell.Of(4), SheetCell.Of(1)));
        var line = Assert.Single(ProductDifferences.Of(was, now));
        Assert.Equal(("本期交办", "3", "4"), (line.Column, line.Was, line.Is));
        Assert.Empty(ProductDifferences.Of(was with { Sections = [] }, now));
    }

    private static Product With(ProductColumn[] columns, params ProductRow[] rows) => new(
        "bulletin", "双周通报", "city", "全市", default, default, 1, null,
        [new ProductSection("一", [], [new ProductTable("table", "表", [.. columns], [.. rows])])], []);
}
