using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using PetitionMesh.Gateway.Imports.Sheets;
using PetitionMesh.Gateway.Tests.Running;

namespace PetitionMesh.Gateway.Tests.Imports.Sheets;

/// <summary>Files as they really come, damaged, odd, or made to harm.</summary>
[Collection(AloneInTheProcess.Name)]
public sealed class HostileSheetTests
{
    private const string Header = "责任单位,信访事由,信访人";
    private const string Good = "东港区人民法院,请求司法救助,某";

    [Fact]
    public void An_empty_file_is_refused() => Assert.Contains("文件为空", Some.Refused(new MemoryStream()).Message);

    [Theory]
    [InlineData(Header)]
    [InlineData(Header + "\r\n")]
    [InlineData(Header + "\n\n\n,,\n")]
    public void A_header_alone_has_no_rows(string csv) => Assert.Empty(Some.Read(csv));

    [Theory]
    [InlineData("你好")]
    [InlineData("\n\n\n")]
    [InlineData("责任单位,姓名\n东港区人民法院,某")]
    [InlineData("{\"a\":1}")]
    public void Without_the_needed_columns_the_file_is_refused_and_told_which(string text)
    {
        var message = Some.Refused(Some.Csv(text)).Message;
        Assert.Contains("责任单位、信访事由", message);
    }

    [Fact]
    public void A_column_twice_is_refused_and_named() =>
        Assert.Contains("责任单位", Some.Refused(Some.Csv("责任单位,信访事由,责任 单位\n甲,乙,丙")).Message);

    [Fact]
    public void A_title_above_the_header_and_notes_in_it_do_not_matter()
    {
        var reading = Assert.Single(Some.Read("未化解信访案件台账\n填报单位：某\n序号,*责任单位：,信访 事由（必填）,信 访 人\n1," + Good));
        Assert.Equal((1, "某"), (reading.Row, reading.Content!.Petitioner));
    }

    [Fact]
    public void Quotes_hold_commas_line_breaks_and_quotes()
    {
        var readings = Some.Read(Header + "\r\n东港区人民法院,\"一,\r\n二\"\"三\"\"\",某\r\n" + Good + "\r\n");
        Assert.Equal("一,\r\n二\"三\"", readings[0].Content!.Claim);
        Assert.Equal(2, readings[1].Row);
    }

    [Theory]
    [InlineData("\r")]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Any_line_end_will_do(string end) => Assert.Equal(2, Some.Read(string.Join(end, Header, Good, Good)).Count);

    [Theory]
    [InlineData("\t")]
    [InlineData(";")]
    public void Tabs_and_semicolons_separate_too(string separator) =>
        Assert.Single(Some.Read(Header.Replace(",", separator, StringComparison.Ordinal) + "\n" + Good.Replace(",", separator, StringComparison.Ordinal)));

    [Theory]
    [InlineData("\t", "未化解信访案件台账")]
    [InlineData(";", "未化解信访案件台账")]
    [InlineData(";", "台账,共一件")]
    [InlineData(",", "台账；共一件;")]
    public void A_title_says_nothing_of_the_separator(string separator, string title) => Assert.Single(Some.Read(
        title + "\n\n" + Header.Replace(",", separator, StringComparison.Ordinal) + "\n" + Good.Replace(",", separator, StringComparison.Ordinal)));

    [Fact]
    public void Unicode_text_as_excel_saves_it_is_read() =>
        Assert.Single(Some.Read(new MemoryStream([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Header + "\n" + Good)])));

    [Fact]
    public void Gb18030_is_told_by_content_also_with_characters_of_four_bytes()
    {
        var reading = Assert.Single(Some.Read(new MemoryStream(Some.Gb18030.GetBytes(Header + "\n东港区人民法院,请求司法救助,㐂某"))));
        Assert.Equal("㐂某", reading.Content!.Petitioner);
    }

    [Fact]
    public void Empty_lines_are_no_rows_but_keep_their_place()
    {
        var readings = Some.Read(Header + "\n" + Good + "\n\n,,\n" + Good);
        Assert.Equal([1, 4], readings.Select(reading => reading.Row));
    }

    [Fact]
    public void Short_and_long_rows_are_read() =>
        Assert.All(Some.Read(Header + "\n东港区人民法院,请求司法救助\n" + Good + ",多,余\n"), reading => Assert.False(reading.IsRejected));

    [Fact]
    public void A_bad_row_never_stops_the_rest()
    {
        var readings = Some.Read(Header + ",证件号码\n" + Good + ",1\n" + Good + "," + Some.Id + "\n,,,9\n" + Good + ",\n");
        Assert.Equal([true, false, true, false], readings.Select(reading => reading.IsRejected));
    }

    [Fact]
    public void An_unclosed_quote_is_told_in_its_row()
    {
        var readings = Some.Read(Header + "\n" + Good + "\n东港区人民法院,\"请求\n" + Good);
        Assert.Equal([false, true], readings.Select(reading => reading.IsRejected));
        Assert.Contains("引号没有闭合", readings[1].Problems[0].Message);
    }

    [Fact]
    public void An_unclosed_quote_costs_its_own_row_only()
    {
        var readings = Some.Read(Header + "\r\n" + Good + "\r\n东港区人民法院,\"请求,甲\r\n" + Good + "\r\n东港区人民法院,\"一,二\",丙\r\n" + Good);
        Assert.Equal([false, true, false, false, false], readings.Select(reading => reading.IsRejected));
        Assert.Equal([1, 2, 3, 4, 5], readings.Select(reading => reading.Row));
        Assert.Contains("引号没有闭合", Assert.Single(readings[1].Problems).Message);
        Assert.Equal("一,二", readings[3].Content!.Claim);
    }

    [Fact]
    public void Spaces_behind_a_quoted_cell_of_several_lines_do_not_matter() =>
        Assert.Equal("一\n二", Assert.Single(Some.Read(Header + "\n东港区人民法院,\"一\n二\" ,某")).Content!.Claim);

    [Fact]
    public void A_great_many_unclosed_quotes_are_read_soon()
    {
        var started = Stopwatch.GetTimestamp();
        Some.Read(Header + "\n" + string.Concat(Enumerable.Repeat(new string('长', 60) + ",\"甲\n", 20_000)) + "\"乙");
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void A_cell_of_megabytes_is_one_rows_problem()
    {
        var limits = new SheetLimits { MaxCellLength = 100 };
        var readings = Some.Read(Header + "\n东港区人民法院," + new string('长', 3_000_000) + ",某\n" + Good, limits);
        Assert.Equal([true, false], readings.Select(reading => reading.IsRejected));
        Assert.False(Assert.Single(Some.Read(Header + "\n东港区人民法院," + new string('长', 100) + ",某", limits)).IsRejected);
    }

    [Fact]
    public void One_row_more_than_the_limit_refuses_the_file()
    {
        var limits = new SheetLimits { MaxRows = 2 };
        Assert.Equal(2, Some.Read(string.Join('\n', Header, Good, Good), limits).Count);
        Assert.Contains("超过2行", Some.Refused(Some.Csv(string.Join('\n', Header, Good, Good, Good)), limits).Message);
    }

    [Fact]
    public void A_hundred_thousand_rows_are_streamed()
    {
        var text = new StringBuilder(Header + "\n");
        for (var i = 0; i < 100_000; i++)
            text.Append(Good).Append('\n');
        using var stream = Some.Csv(text.ToString());
        var before = GC.GetTotalMemory(forceFullCollection: true);
        long most = 0;
        var rows = 0;
        foreach (var reading in UnresolvedSheet.Read(stream, Some.Today, Some.Limits))
        {
            if (++rows % 20_000 == 0)
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
        }
        Assert.Equal(100_000, rows);
        Assert.InRange(most, long.MinValue, 8 << 20);
    }

    [Theory]
    [InlineData(new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1 }, ".xls")]
    [InlineData(new byte[] { 0x25, 0x50, 0x44, 0x46, 0x2D }, "PDF")]
    [InlineData(new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D }, "不是可识别的表格")]
    [InlineData(new byte[] { 0x50, 0x4B, 3, 4, 1, 2, 3 }, "损坏")]
    [InlineData(new byte[] { 0xFF, 0xFF, 0xFF }, "不是可识别的表格")]
    public void What_is_no_sheet_is_refused_with_a_sentence(byte[] content, string says) =>
        Assert.Contains(says, Some.Refused(new MemoryStream(content)).Message);

    [Fact]
    public void A_zip_without_a_workbook_is_refused()
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            zip.CreateEntry("readme.txt");
        Assert.Contains("没有工作簿", Some.Refused(stream).Message);
    }

    [Fact]
    public void A_zip_bomb_is_refused_before_it_is_read()
    {
        using var bomb = Workbook().Build(("xl/media/bomb.bin", new byte[64 << 20]));
        Assert.True(bomb.Length < 1 << 20);
        var started = Stopwatch.GetTimestamp();
        Assert.Contains("解压后过大", Some.Refused(bomb, new SheetLimits { MaxUnpackedBytes = 1 << 20 }).Message);
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void A_zip_bomb_that_lies_about_its_size_is_unpacked_no_further_than_it_says()
    {
        using var bomb = Workbook().Build(("xl/media/bomb.bin", new byte[64 << 20]));
        var bytes = bomb.ToArray();
        // Forge every uncompressed size of 64 MiB, in the local header and the directory, into 16 bytes.
        var size = BitConverter.GetBytes(64 << 20);
        for (var at = bytes.AsSpan().IndexOf(size); at >= 0; at = bytes.AsSpan().IndexOf(size))
            BitConverter.GetBytes(16).CopyTo(bytes, at);

        using var zip = new ZipArchive(new MemoryStream(bytes));
        using var part = zip.GetEntry("xl/media/bomb.bin")!.Open();

        var unpacked = new byte[1024];
        Assert.Equal(16, part.ReadAtLeast(unpacked, unpacked.Length, throwOnEndOfStream: false));
    }

    [Fact]
    public void Too_many_shared_texts_or_parts_are_refused()
    {
        Some.Refused(Workbook().Build(), new SheetLimits { MaxSharedTextBytes = 10 });
        Some.Refused(Workbook().Build(), new SheetLimits { MaxParts = 3 });
        Assert.Single(Some.Read(Workbook().Build()));
    }

    [Fact]
    public void A_workbook_with_too_many_columns_is_refused()
    {
        var wide = new XlsxBuilder().Sheet([Enumerable.Range(0, 300).Select(i => (object?)$"列{i}").ToArray()]);
        Assert.Contains("列数过多", Some.Refused(wide.Build()).Message);
    }

    [Theory]
    [InlineData("<worksheet")]
    [InlineData("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&x;</t></is></c></row></sheetData></worksheet>")]
    [InlineData("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>99</v></c></row></sheetData></worksheet>")]
    [InlineData("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"2147483647\"><c r=\"A2147483647\"><v>1</v></c></row></sheetData></worksheet>")]
    [InlineData("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"x\"><c r=\"?\"><v>1</v></c></row></sheetData></worksheet>")]
    public void A_damaged_or_forged_worksheet_is_refused_soon(string xml)
    {
        var started = Stopwatch.GetTimestamp();
        Some.Refused(new XlsxBuilder().SheetXml(xml).Build());
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void A_part_that_does_not_unpack_is_refused()
    {
        var whole = Workbook().Build().ToArray();
        for (var at = 0; at < whole.Length; at += 5)
        {
            var damaged = whole.ToArray();
            damaged[at] ^= 0xFF;
            var thrown = Record.Exception(() => Some.Read(new MemoryStream(damaged)));
            Assert.True(thrown is null or SheetUnreadableException, $"{at}: {thrown}");
        }
    }

    [Fact]
    public void Any_prefix_of_a_workbook_is_refused_or_read_and_nothing_else()
    {
        var whole = Workbook().Build().ToArray();
        for (var length = 0; length < whole.Length; length += 7)
            Some.Refused(new MemoryStream(whole[..length]));
    }

    private static XlsxBuilder Workbook() => new XlsxBuilder().Sheet([["责任单位", "信访事由"], ["东港区人民法院", "请求司法救助"]]);
}
