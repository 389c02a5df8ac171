using System.Text.Json;
using PetitionMesh.Grains.Cases;

namespace PetitionMesh.Grains.Tests.Values;

public sealed class CaseNumberTests
{
    [Theory]
    [InlineData("（2019）鲁9902民初140号", "(2019)鲁9902民初140号")]
    [InlineData("(2019)鲁9902民初0140号", "(2019)鲁9902民初140号")]
    [InlineData("〔2019〕鲁9902民初140号", "(2019)鲁9902民初140号")]
    [InlineData("[2019]鲁9902民初140号", "(2019)鲁9902民初140号")]
    [InlineData("［2019］鲁9902民初140号", "(2019)鲁9902民初140号")]
    [InlineData("【2019】鲁9902民初140号", "(2019)鲁9902民初140号")]
    [InlineData("﹝2019﹞鲁9902民初140号", "(2019)鲁9902民初140号")]
    [InlineData("(２０１９)鲁９９０２民初１４０号", "(2019)鲁9902民初140号")]
    [InlineData(" (2019) 鲁9902 民初 第0140号 ", "(2019)鲁9902民初140号")]
    [InlineData("(2019)\u3000鲁\u00a09902\u200b民\ufeff初\t第 1 4 0 号\r\n", "(2019)鲁9902民初140号")]
    [InlineData("\u202a(2019)鲁9902民初140号\u202c", "(2019)鲁9902民初140号")]
    [InlineData("2019鲁9902民初140", "(2019)鲁9902民初140号")]
    [InlineData("（2019年）鲁9902民初140号", "(2019)鲁9902民初140号")]
    [InlineData("案号：（2019）鲁9902民初140号。", "(2019)鲁9902民初140号")]
    [InlineData("东港区人民法院（2019）鲁9902民初140号民事判决书", "(2019)鲁9902民初140号")]
    [InlineData("（2019）鲁9902民初字第140号", "(2019)鲁9902民初140号")]
    [InlineData("(2019)鲁9902⺠初140号", "(2019)鲁9902民初140号")]
    [InlineData("（2019）鲁9902民初140號", "(2019)鲁9902民初140号")]
    public void Every_way_of_writing_a_number_has_one_normal_form(string written, string normal) =>
        Assert.Equal(normal, Read(written).Value);

    [Theory]
    [InlineData("（2024）陕0926执280号之一")]
    [InlineData("（2024）陕0926执280号之1")]
    [InlineData("（2024）陕0926执280号之十二")]
    [InlineData("（2024）陕0926执280之二号")]
    [InlineData("（2024）陕0926执280号之（三）")]
    [InlineData("（2024）陕0926执280-2号")]
    [InlineData("（2024）陕0926执280号-2")]
    [InlineData("（2024）陕0926执280号之一执行裁定书")]
    public void A_paper_within_a_case_names_the_case(string written) =>
        Assert.Equal("(2024)陕0926执280号", Read(written).Value);

    [Theory]
    [InlineData("（2013）威民一终字第123号", "(2013)威民一终字第123号", "民一终", "123", false)]
    [InlineData("(2013)威民一终123号", "(2013)威民一终字第123号", "民一终", "123", false)]
    [InlineData("(2012)文执字第456号", "(2012)文执字第456号", "执", "456", true)]
    [InlineData("（二〇一二）文执字第四五六号", "(2012)文执字第456号", "执", "456", true)]
    [InlineData("(二○一二)文执字第四百五十六号之一", "(2012)文执字第456号", "执", "456", true)]
    [InlineData("(2012)曲中法执字第66-1号", "(2012)曲中法执字第66号", "执", "66", true)]
    [InlineData("(98)文经初字第12号", "(1998)文经初字第12号", "文经初", "12", false)]
    [InlineData("（2012）沪一中民四（商）终字第s123号", "(2012)沪一中民四(商)终字第S123号", "民四(商)终", "S123", false)]
    [InlineData("(2013)民申字第1号", "(2013)民申字第1号", "民申", "1", false)]
    [InlineData("(2014)鲁民再字第十号", "(2014)鲁民再字第10号", "民再", "10", false)]
    [InlineData("(2016)威民一终字第5号", "(2016)威民一终5号", "民一终", "5", false)]
    [InlineData("(2011)经开民初字第一千零二十三号", "(2011)经开民初字第1023号", "民初", "1023", false)]
    public void A_number_without_a_court_code_keeps_its_court_in_words(string written, string normal, string type, string serial, bool enforcement)
    {
        var number = Read(written);

        Assert.Equal(normal, number.Value);
        Assert.Null(number.CourtCode);
        Assert.Equal((type, serial, enforcement), (number.TypeCode, number.Serial, number.IsEnforcement));
    }

    [Theory]
    [InlineData("(2019)鲁10民终1234号", 2019, "鲁10", "民终", "1234", false)]
    [InlineData("(2018)鲁9921执恢5364号", 2018, "鲁9921", "执恢", "5364", true)]
    [InlineData("(2018)鲁9921执异1号", 2018, "鲁9921", "执异", "1", true)]
    [InlineData("(2018)鲁9921财保1号", 2018, "鲁9921", "财保", "1", false)]
    [InlineData("(2020)鲁民终9号", 2020, "鲁", "民终", "9", false)]
    [InlineData("(2016)京0105民初99号", 2016, "京0105", "民初", "99", false)]
    [InlineData("(2021)沪01破申3号", 2021, "沪01", "破申", "3", false)]
    [InlineData("(2019)最高法知民终2号", 2019, "最高法", "知民终", "2", false)]
    [InlineData("(2017)最高法民申88号", 2017, "最高法", "民申", "88", false)]
    [InlineData("(2019)兵0101民初7号", 2019, "兵0101", "民初", "7", false)]
    [InlineData("(2019)兵民终7号", 2019, "兵", "民终", "7", false)]
    [InlineData("(2018)军01刑初2号", 2018, "军01", "刑初", "2", false)]
    [InlineData("(2020)浙0192民初1号", 2020, "浙0192", "民初", "1", false)]
    [InlineData("(2020)最高法委赔监5号", 2020, "最高法", "委赔监", "5", false)]
    [InlineData("(2020)粤03司救执5号", 2020, "粤03", "司救执", "5", false)]
    [InlineData("(2020)津02刑核12345678号", 2020, "津02", "刑核", "12345678", false)]
    public void The_parts_say_which_court_and_which_kind(string written, int year, string court, string type, string serial, bool enforcement)
    {
        var number = Read(written);

        Assert.Equal(written, number.Value);
        Assert.Equal((year, court, type, serial), (number.Year, number.CourtCode, number.TypeCode, number.Serial));
        Assert.Equal(enforcement, number.IsEnforcement);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \u3000\u200b")]
    [InlineData("不知道")]
    [InlineData("无")]
    [InlineData("（2019）鲁9902民初号")]
    [InlineData("（2019）鲁9902民初0号")]
    [InlineData("（2019）鲁9902民初00号")]
    [InlineData("（2019）鲁9902第140号")]
    [InlineData("（2019）鲁990民初140号")]
    [InlineData("（20190）鲁9902民初140号")]
    [InlineData("（2119）鲁9902民初140号")]
    [InlineData("（1919）鲁9902民初140号")]
    [InlineData("（2019）鲁9902民初1、2号")]
    [InlineData("（2019）鲁9902民初3-9号")]
    [InlineData("（2019）鲁9902民初30063-30065号")]
    [InlineData("（2019）鲁9902民初1号，（2020）鲁99民终2号")]
    [InlineData("（2019）鲁****民初140号")]
    [InlineData("（2019）鲁9902民初1234567890号")]
    [InlineData("（2019）鲁9902民\u0000初140号")]
    [InlineData("（2019）\ud800鲁9902民初140号")]
    [InlineData("<script>(2019)鲁9902民初140号</script>")]
    public void An_unreadable_number_is_refused_with_a_sentence_that_says_what_to_do(string? written)
    {
        Assert.False(CaseNumber.TryParse(written, out var number, out var problem));
        Assert.Equal(default, number);
        Assert.Matches("[\u4e00-\u9fff]{4,}", problem);
    }

    [Fact]
    public void Two_numbers_in_one_cell_are_told_apart_from_nonsense()
    {
        Assert.False(CaseNumber.TryParse("（2019）鲁9902民初1号、2号", out _, out var problem));
        Assert.Contains("多个案号", problem);
    }

    [Fact]
    public void Only_a_hundred_characters_are_looked_at()
    {
        const string number = "(2019)鲁9902民初140号";
        Assert.True(CaseNumber.TryParse(number.PadRight(CaseNumber.MaxInputLength), out _, out _));
        Assert.False(CaseNumber.TryParse(number.PadRight(CaseNumber.MaxInputLength + 1), out _, out var problem));
        Assert.Contains("过长", problem);
    }

    [Fact]
    public void Json_carries_the_normal_form_also_as_a_key()
    {
        var counts = new Dictionary<CaseNumber, int> { [Read("（2019）鲁9902民初0140号")] = 1 };

        var json = JsonSerializer.Serialize(counts, Some.ReadableJson);

        Assert.Equal("""{"(2019)鲁9902民初140号":1}""", json);
        Assert.Equal(counts, JsonSerializer.Deserialize<Dictionary<CaseNumber, int>>(json));
        Assert.Equal(counts.Keys.Single(), JsonSerializer.Deserialize<CaseNumber>("\"〔2019〕鲁9902民初第140号\""));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<CaseNumber>("\"某案\""));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<CaseNumber>("140"));
    }

    [Fact]
    public void A_number_that_never_was_has_no_parts() =>
        Assert.Throws<InvalidOperationException>(() => default(CaseNumber).Year);

    private static CaseNumber Read(string written)
    {
        Assert.True(CaseNumber.TryParse(written, out var number, out var problem), problem);
        Assert.Empty(problem);
        return number;
    }
}
