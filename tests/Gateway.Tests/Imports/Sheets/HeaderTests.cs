namespace PetitionMesh.Gateway.Tests.Imports.Sheets;

/// <summary>How columns are named, and what is said of those that aren't known.</summary>
public sealed class HeaderTests
{
    [Theory]
    [InlineData("身份证件号码")]
    [InlineData("信访人身份证号")]
    [InlineData("居民身份证号码")]
    [InlineData("身份证")]
    public void A_column_has_many_names(string name) => Assert.NotNull(Some.ReadOne(name, Some.Id).Content!.Identity);

    [Fact]
    public void Unknown_and_missing_columns_are_told_once_and_reject_nothing()
    {
        var readings = Some.Read("序号,责任单位,主要诉求,证件编码,备注\n1,甲,一,2,\n2,乙,二,3,");

        Assert.All(readings, reading => Assert.False(reading.IsRejected));
        var problem = Assert.Single(readings.SelectMany(reading => reading.Problems));
        Assert.Equal((0, ""), (problem.Row, problem.Field));
        Assert.Contains("“证件编码”不是可识别的列名", problem.Message);
        Assert.Contains("证件号码、", problem.Message);
        Assert.DoesNotContain("备注", problem.Message);
    }

    [Theory]
    [InlineData("信访人,联系电话,责任人,联系电话", "1001", "1002")]
    [InlineData("信访人,联系电话,责任人,联系方式", "1001", "1002")]
    [InlineData("信访人,案由,责任人,联系电话", null, "1002")]
    [InlineData("责任人,案由,信访人,联系电话", "1002", null)]
    public void A_telephone_behind_the_handler_is_the_handlers(string columns, string? petitioners, string? handlers)
    {
        var row = Assert.Single(Some.Read($"责任单位,信访事由,{columns}\n甲,一,某,1001,某,1002")).Content!;
        Assert.Equal((petitioners, handlers), (row.Phone, row.HandlerPhone));
    }

    [Theory]
    [InlineData("序号,责任单位,信访人情况,,信访事由\n,,姓名,证件号码,\n")]
    [InlineData("台账\n序号,案件情况,信访人,,信访事由\n,责任单位,姓名,证件号码,\n")]
    public void A_header_may_have_two_lines(string header)
    {
        var reading = Assert.Single(Some.Read(header + $"1,甲,某,{Some.Id},一"));
        Assert.Empty(reading.Problems);
        Assert.Equal((1, "甲", "某", "一"), (reading.Row, reading.Content!.Unit, reading.Content.Petitioner, reading.Content.Claim));
        Assert.NotNull(reading.Content.Identity);
    }

    [Fact]
    public void What_stands_above_a_name_says_whose_it_is()
    {
        var row = Assert.Single(Some.Read("责任单位,信访人情况,,信访事由,责任人信息,\n,姓名,联系电话,,姓名,联系电话\n甲,某一,1001,一,某二,1002")).Content!;
        Assert.Equal(("某一", "1001", "某二", "1002"), (row.Petitioner, row.Phone, row.Handler, row.HandlerPhone));
    }
}
