namespace PetitionMesh.Gateway.Tests.Imports.Sheets;

/// <summary>What people type into single cells.</summary>
public sealed class FieldTests
{
    [Theory]
    [InlineData("2016-01-03", "2016-01-03")]
    [InlineData("2012/11/23", "2012-11-23")]
    [InlineData("2018年5月5日", "2018-05-05")]
    [InlineData("2018 年 5 月 5 日", "2018-05-05")]
    [InlineData("20160103", "2016-01-03")]
    [InlineData("2016.1.3", "2016-01-03")]
    [InlineData("２０１６．１．３", "2016-01-03")]
    [InlineData("２０１６－０１－０３", "2016-01-03")]
    [InlineData("43415", "2018-11-11")]
    [InlineData("43415.375", "2018-11-11")]
    [InlineData("４３４１５", "2018-11-11")]
    [InlineData("2016-01-03 09:30", "2016-01-03")]
    [InlineData("2016/1/3 0:00:00", "2016-01-03")]
    [InlineData("2016-01-03T09:30:00", "2016-01-03")]
    [InlineData(" 2016-01-03\u3000", "2016-01-03")]
    [InlineData("2020-02-29", "2020-02-29")]
    [InlineData("2019年3月7日上午", "2019-03-07")]
    [InlineData("2019年3月7日 下午3时30分", "2019-03-07")]
    [InlineData("2019年3月7日星期四", "2019-03-07")]
    [InlineData("2019-3-7（周四）9:30", "2019-03-07")]
    [InlineData("2019-3-7.", "2019-03-07")]
    [InlineData("2019、3、7", "2019-03-07")]
    [InlineData("‘2019-03-07", "2019-03-07")]
    [InlineData("二〇一九年三月七日", "2019-03-07")]
    [InlineData("二○一九年十二月三十一日", "2019-12-31")]
    [InlineData("二零二〇年十月二十日", "2020-10-20")]
    [InlineData("2019-03-07T09:30:00+08:00", "2019-03-07")]
    [InlineData("2019-03-06T16:00:00.000Z", "2019-03-07")]
    public void A_date_is_read_in_every_form(string written, string expected) =>
        Assert.Equal(DateOnly.ParseExact(expected, "yyyy-MM-dd"), Some.ReadOne("首次信访日期", written).Content?.FirstVisit);

    [Theory]
    [InlineData("2019-02-30")]
    [InlineData("2019-13-01")]
    [InlineData("2019-00-01")]
    [InlineData("2016年5月")]
    [InlineData("二〇一九年三月三十二日")]
    [InlineData("二〇一九年三月一一日")]
    [InlineData("3/4/2016")]
    [InlineData("16-1-3")]
    [InlineData("1")]
    [InlineData("99999")]
    [InlineData("去年")]
    [InlineData("2026-11-22")]
    [InlineData("1900-01-01")]
    [InlineData("2016-01-032")]
    public void An_impossible_first_visit_rejects_the_row_since_it_decides_the_owner(string written)
    {
        var reading = Some.ReadOne("首次信访日期", written);
        Assert.True(reading.IsRejected);
        var problem = Assert.Single(reading.Problems);
        Assert.Equal((1, "首次信访日期"), (problem.Row, problem.Field));
        Assert.Contains("请", problem.Message);
    }

    [Theory]
    [InlineData("交办日期", "2019-02-30")]
    [InlineData("信访次数", "许多")]
    [InlineData("信访次数", "-1")]
    [InlineData("联系电话", "打不通")]
    [InlineData("责任人电话", "<b>1</b>")]
    [InlineData("是否老户", "大概")]
    [InlineData("包案领导", "某\u0001")]
    [InlineData("案件来源", "#REF!")]
    public void What_decides_nothing_is_left_out_with_a_warning(string column, string value)
    {
        var reading = Some.ReadOne(column, value);
        Assert.False(reading.IsRejected);
        var problem = Assert.Single(reading.Problems);
        Assert.Equal(column, problem.Field);
        Assert.EndsWith("（该项未导入，其余照常导入）", problem.Message);
        Assert.DoesNotContain(value, problem.Message);
    }

    [Theory]
    [InlineData("证件号码", "990101198106191287")]
    [InlineData("证件号码", "abc")]
    [InlineData("证件号码", "990101198106191288（其子）")]
    [InlineData("证件号码", "父亲990101198106191288")]
    [InlineData("原审案号", "一个案子")]
    [InlineData("原审案号", "(2019)鲁9902民初1、2号")]
    [InlineData("信访人", "某\u0007某")]
    [InlineData("首次信访日期", "#N/A")]
    public void What_decides_whose_matter_it_is_rejects_the_row(string column, string value)
    {
        var reading = Some.ReadOne(column, value);
        Assert.True(reading.IsRejected);
        Assert.Equal(column, Assert.Single(reading.Problems).Field);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("无")]
    [InlineData("不详")]
    [InlineData("-")]
    [InlineData("--")]
    [InlineData("——")]
    [InlineData("－")]
    [InlineData("／")]
    [InlineData("\\")]
    [InlineData("暂 无")]
    [InlineData("没有")]
    [InlineData("不明")]
    [InlineData("未提供")]
    [InlineData("Ｎ/Ａ")]
    [InlineData("n/a")]
    public void Nothing_in_a_cell_is_no_problem(string value)
    {
        foreach (var column in new[] { "证件号码", "原审案号", "信访人", "首次信访日期", "信访次数", "联系电话", "到省访", "是否老户" })
        {
            var reading = Some.ReadOne(column, value);
            Assert.Empty(reading.Problems);
            Assert.Null(reading.Content!.Identity);
            Assert.Null(reading.Content.CaseNumber);
        }
    }

    [Theory]
    [InlineData("证件号码", "拒绝提供")]
    [InlineData("证件号码", "无 身份证")]
    [InlineData("原审案号", "无案号")]
    [InlineData("原审案号", "未立案")]
    [InlineData("首次信访日期", "记不清")]
    public void Some_words_mean_nothing_in_one_column_only(string column, string value)
    {
        Assert.Empty(Some.ReadOne(column, value).Problems);
        Assert.Equal(value, Some.ReadOne("案由", value).Content!.Cause);
    }

    [Theory]
    [InlineData("×", false)]
    [InlineData("x", false)]
    [InlineData("Ｎ", false)]
    [InlineData("否", false)]
    [InlineData("没有", false)]
    [InlineData("未去", false)]
    [InlineData("未到省访", false)]
    [InlineData("0次", false)]
    [InlineData("０", false)]
    [InlineData("暂无", false)]
    [InlineData("--", false)]
    [InlineData("是", true)]
    [InlineData("√", true)]
    [InlineData("1次", true)]
    [InlineData("2021年1-2月", true)]
    [InlineData("未化解前2次", true)]
    public void A_denied_visit_to_the_province_is_none(string written, bool went) =>
        Assert.Equal(went, Some.ReadOne("到省访", written).Content!.ProvinceVisit is not null);

    [Theory]
    [InlineData("是", true)]
    [InlineData(" √", true)]
    [InlineData("有", true)]
    [InlineData("ｙ", true)]
    [InlineData("×", false)]
    [InlineData("X", false)]
    [InlineData("非老户", false)]
    [InlineData("没有", false)]
    public void Yes_and_no_have_many_words(string written, bool yes)
    {
        var reading = Some.ReadOne("是否老户", written);
        Assert.Empty(reading.Problems);
        Assert.Equal(yes, reading.Content!.IsLongStanding);
    }

    [Theory]
    [InlineData("执　行", true)]
    [InlineData("执 行", true)]
    [InlineData("非诉执行", true)]
    [InlineData("非执行", false)]
    [InlineData("民事", false)]
    public void The_kind_of_case_says_whether_it_is_enforcement(string written, bool enforcement) =>
        Assert.Equal(enforcement, Some.ReadOne("案件类型", written).Content!.IsEnforcement);

    [Theory]
    [InlineData("市 人 大 交办", true)]
    [InlineData("省人大交办", true)]
    [InlineData("省级交办(来信)", false)]
    public void The_source_says_whether_the_congress_assigned_it(string written, bool congress) =>
        Assert.Equal(congress, Some.ReadOne("案件来源", written).Content!.IsAssignedByCongress);

    [Theory]
    [InlineData("陈　仁志", "陈仁志")]
    [InlineData(" 严　善 ", "严善")]
    [InlineData("钱 安 贤\u200b", "钱安贤")]
    [InlineData("买买提•艾力", "买买提·艾力")]
    [InlineData("John  Smith", "John Smith")]
    [InlineData("𠮷田", "𠮷田")]
    public void Names_have_one_form(string written, string name) =>
        Assert.Equal(name, Some.ReadOne("信访人", written).Content!.Petitioner);

    [Theory]
    [InlineData(" 990101 19810619 1288", "residentId:990101198106191288")]
    [InlineData("'990101198106191288", "residentId:990101198106191288")]
    [InlineData("99010119750609129x", "residentId:99010119750609129X")]
    [InlineData("９９０１０１１９７５０６０９１２９ｘ", "residentId:99010119750609129X")]
    [InlineData("990101-19810619-1288", "residentId:990101198106191288")]
    [InlineData("‘990101198106191288", "residentId:990101198106191288")]
    [InlineData("990101198106191288，", "residentId:990101198106191288")]
    [InlineData("990101198106191288（本人）", "residentId:990101198106191288")]
    [InlineData("身份证：990101198106191288", "residentId:990101198106191288")]
    [InlineData("居民身份证号码 990101198106191288。", "residentId:990101198106191288")]
    [InlineData("=\"\"990101198106191288\"\"", "residentId:990101198106191288")]
    public void Identity_numbers_have_one_form(string written, string canonical) =>
        Assert.Equal(canonical, Some.ReadOne("证件号码", written).Content!.Identity!.Canonical);

    [Fact]
    public void A_formula_that_only_guards_a_text_is_the_text() =>
        Assert.Equal("residentId:" + Some.Id, Assert.Single(Some.Read($"责任单位,信访事由,证件号码\n东港区人民法院,请求司法救助,=\"{Some.Id}\"")).Content!.Identity!.Canonical);

    [Theory]
    [InlineData("护照", "e12345678", "passport:E12345678")]
    [InlineData("身份证", Some.Id, "residentId:" + Some.Id)]
    [InlineData("", Some.Id, "residentId:" + Some.Id)]
    public void A_column_may_say_the_kind_of_document(string kind, string number, string canonical)
    {
        var reading = Assert.Single(Some.Read($"责任单位,信访事由,证件类型,证件号码\n东港区人民法院,请求司法救助,{kind},{number}"));
        Assert.Equal(canonical, reading.Content!.Identity!.Canonical);
    }

    [Fact]
    public void An_identity_number_typed_as_a_number_has_lost_its_end_and_says_so()
    {
        using var workbook = new XlsxBuilder().Sheet([["责任单位", "信访事由", "证件号码", "联系电话", "信访次数"], ["东港区人民法院", "请求司法救助", 990101198106191288d, 10053198970d, 3d]]).Build();
        var problem = Assert.Single(Assert.Single(Some.Read(workbook)).Problems);
        Assert.Contains("设为文本", problem.Message);
        Assert.Contains("设为文本", Assert.Single(Some.ReadOne("证件号码", "9.90101E+17").Problems).Message);
    }

    [Fact]
    public void Telephones_and_counts_may_be_numbers()
    {
        using var workbook = new XlsxBuilder().Sheet([["责任单位", "信访事由", "联系电话", "信访次数"], ["东港区人民法院", "请求司法救助", 10053198970d, 3d]]).Build();
        var row = Assert.Single(Some.Read(workbook)).Content!;
        Assert.Equal(("10053198970", 3), (row.Phone, row.Visits));
    }

    [Fact]
    public void Unit_and_claim_are_what_a_row_cannot_do_without()
    {
        var readings = Some.Read("责任单位,信访事由,信访人\n,请求司法救助,某\n东港区人民法院,,某\n无,无,某\n东港区人民法院,请求司法救助,某");
        Assert.Equal([true, true, true, false], readings.Select(reading => reading.IsRejected));
        Assert.Equal(["责任单位", "信访事由", "责任单位", "信访事由"], readings.SelectMany(reading => reading.Problems).Select(problem => problem.Field));
    }

    [Fact]
    public void A_row_names_all_its_problems()
    {
        var reading = Assert.Single(Some.Read("责任单位,信访事由,证件号码,原审案号,信访次数\n东港区人民法院,请求司法救助,1,2,多"));
        Assert.Equal(["证件号码", "原审案号", "信访次数"], reading.Problems.Select(problem => problem.Field));
    }
}
