using PetitionMesh.Gateway.Imports.Sheets;

namespace PetitionMesh.Gateway.Tests.Imports.Sheets;

/// <summary>What workbooks have and CSV hasn't: worksheets, formulas, merged cells, two ways to count days.</summary>
public sealed class WorkbookTests
{
    private static readonly object?[] Header = ["责任单位", "信访事由", "信访人", "首次信访日期", "案由"];

    [Theory]
    [InlineData("t=\"e\"", "<v>#N/A</v>", "出错的公式")]
    [InlineData("t=\"e\"", "<f>VLOOKUP(A1,B:B,1)</f><v>#REF!</v>", "出错的公式")]
    [InlineData("", "<f>A1</f>", "没有结果的公式")]
    [InlineData("", "<f>A1</f><v></v>", "没有结果的公式")]
    public void An_error_or_a_formula_without_result_is_told(string attributes, string xml, string says)
    {
        var flawed = new XlsxBuilder.Raw(attributes, xml);
        var readings = Read(["东港区人民法院", "请求司法救助", "某", flawed], ["东港区人民法院", "请求司法救助", "某", null, flawed], ["东港区人民法院", flawed]);

        Assert.Equal([true, false, true], readings.Select(reading => reading.IsRejected));
        Assert.Equal(["首次信访日期", "案由", "信访事由"], readings.Select(reading => Assert.Single(reading.Problems).Field));
        Assert.All(readings, reading => Assert.Contains(says, reading.Problems[0].Message));
    }

    [Theory]
    [InlineData("t=\"str\"", "<f>A1</f><v></v>", null)]
    [InlineData("t=\"str\"", "<f>A1</f><v>合同</v>", "合同")]
    [InlineData("", "<f>1+1</f><v>2</v>", "2")]
    public void The_result_of_a_formula_is_its_content(string attributes, string xml, string? cause)
    {
        var reading = Assert.Single(Read(["东港区人民法院", "请求司法救助", "某", null, new XlsxBuilder.Raw(attributes, xml)]));
        Assert.Empty(reading.Problems);
        Assert.Equal(cause, reading.Content!.Cause);
    }

    [Fact]
    public void Days_may_count_from_1904()
    {
        using var workbook = new XlsxBuilder { CountsFrom1904 = true }
            .Sheet([Header, ["东港区人民法院", "请求司法救助", "某", 41953d], ["东港区人民法院", "请求司法救助", "某", "41953"]]).Build();
        Assert.All(Some.Read(workbook), reading => Assert.Equal(new DateOnly(2018, 11, 11), reading.Content!.FirstVisit));
    }

    [Fact]
    public void Every_visible_worksheet_with_a_header_is_read()
    {
        using var workbook = new XlsxBuilder()
            .Sheet([Header, ["隐藏", "不读"]]).Hidden()
            .Sheet([Header])
            .Sheet([["台账"], Header, ["甲", "一", "某"], ["乙", "二", "某"]])
            .Sheet([Header, ["丙", "三", "某"], [], ["丁", null, "某"]])
            .Build();
        var readings = Some.Read(workbook);

        Assert.Equal([1, 2, 3, 5], readings.Select(reading => reading.Row));
        Assert.Equal(["甲", "乙", "丙"], readings.Where(reading => !reading.IsRejected).Select(reading => reading.Content!.Unit));
        Assert.StartsWith("工作表“表4”第3行：信访事由为空", Assert.Single(readings[3].Problems).Message);
    }

    [Fact]
    public void A_worksheet_without_header_is_named()
    {
        using var workbook = new XlsxBuilder().Sheet([["说明"], ["请勿改动"]]).Sheet([Header, ["甲", "一"]]).Sheet([]).Build();
        var reading = Assert.Single(Some.Read(workbook));

        Assert.False(reading.IsRejected);
        var problem = Assert.Single(reading.Problems);
        Assert.Equal((0, ""), (problem.Row, problem.Field));
        Assert.Contains("“表1”有内容但没有表头", problem.Message);
        Some.Refused(new XlsxBuilder().Sheet([Header]).Sheet([["甲", "一"]]).Build());
    }

    [Fact]
    public void What_is_merged_downwards_fills_all_its_rows()
    {
        using var workbook = new XlsxBuilder()
            .Sheet([Header, ["甲", "一", "某"], [null, "二", "某"], [], [null, "三", "某"], [null, "四", "某"]], "A2:A5", "C2:D2").Build();
        var readings = Some.Read(workbook);
        Assert.Equal([1, 2, 4, 5], readings.Select(reading => reading.Row));
        Assert.Equal(["甲", "甲", "甲", null], readings.Select(reading => reading.Content?.Unit));
    }

    private static List<RowReading<UnresolvedRow>> Read(params IReadOnlyList<object?>[] rows) =>
        Some.Read(new XlsxBuilder().Sheet([Header, .. rows]).Build());
}
