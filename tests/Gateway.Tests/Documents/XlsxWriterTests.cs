using System.IO.Compression;
using System.Text;
using ExcelDataReader;
using PetitionMesh.Gateway.Documents;
using PetitionMesh.Gateway.Tests.Running;

namespace PetitionMesh.Gateway.Tests.Documents;

[Collection(AloneInTheProcess.Name)]
public sealed class XlsxWriterTests
{
    static XlsxWriterTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Fact]
    public void Cells_keep_their_types()
    {
        var sheets = Read(Write(w => w.Row([SheetCell.Of("东港区"), SheetCell.Of(1234567), SheetCell.Percent(0.125m), SheetCell.Of(new DateOnly(2026, 11, 21)), SheetCell.Empty])));
        Assert.Equal(["东港区", 1234567.0, 0.125, new DateTime(2026, 11, 21), null], sheets["台账"][1]);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+8613900000000")]
    [InlineData("-2+3")]
    [InlineData("@SUM(A1)")]
    [InlineData(" leading and trailing ")]
    [InlineData("<&>\"'")]
    [InlineData("𠮷野家")]
    [InlineData("_x0041_ _x_ _x00_")]
    public void A_text_stays_that_text(string text)
    {
        var bytes = Write(w => w.Row([SheetCell.Of(text)]));
        Assert.Equal(text, Read(bytes)["台账"][1][0]);
        using var zip = new ZipArchive(new MemoryStream(bytes));
        using var sheet = new StreamReader(zip.Entries.Single(e => e.FullName.Contains("worksheets", StringComparison.Ordinal) && e.FullName.EndsWith(".xml", StringComparison.Ordinal)).Open());
        var xml = sheet.ReadToEnd();
        Assert.DoesNotContain("<x:f>", xml, StringComparison.Ordinal);
        Assert.DoesNotContain("<f>", xml, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_sheet_cannot_hold_is_left_out_and_not_written_broken()
    {
        var sheets = Read(Write(w => w.Row([SheetCell.Of("a\u0001b"), SheetCell.Of(new string('长', 40_000)), SheetCell.Of("半\ud842个字𠮷")])));
        Assert.Equal(("ab", "半个字𠮷"), (sheets["台账"][1][0], sheets["台账"][1][2]));
        var cut = (string)sheets["台账"][1][1]!;
        Assert.Equal((32_767, true), (cut.Length, cut.EndsWith("长……（以下从略）", StringComparison.Ordinal)));
    }

    [Fact]
    public void Sheets_of_one_name_are_told_apart()
    {
        var sheets = Read(Write(w => w.Begin("台账", ["二"], [10])));
        Assert.Equal(["台账", "台账（2）"], sheets.Keys);
    }

    [Theory]
    [InlineData("=cmd", "'=cmd")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("\"", "\"\"\"\"")]
    public void Csv_disarms_and_quotes(string text, string written) =>
        Assert.Equal($"\uFEFF标题\r\n{written}\r\n", CsvText.Of(["标题"], [[SheetCell.Of(text)]]));

    [Fact]
    public void A_hundred_thousand_rows_take_little_memory()
    {
        var path = Path.GetTempFileName();
        try
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            GC.Collect();
            var idle = GC.GetTotalMemory(forceFullCollection: true);
            var most = 0L;
            using (var file = File.Create(path))
            using (var writer = new XlsxWriter(file))
            {
                writer.Begin("台账", ["编号", "案号", "法院", "状态", "日期", "次数"], [20, 24, 20, 10, 12, 8]);
                for (var i = 0; i < 100_000; i++)
                {
                    writer.Row([SheetCell.Of($"事项{i}"), SheetCell.Of("(2016)鲁9902民初4058号"), SheetCell.Of("东港区人民法院"), SheetCell.Of("办理中"), SheetCell.Of(new DateOnly(2026, 1, 1)), SheetCell.Of(i)]);
                    if (i % 10_000 == 0)
                        most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - idle);
                }
            }
            Assert.True(most < 20 << 20, $"{most >> 20} MiB are alive while the rows are written.");
            using var read = File.OpenRead(path);
            using var reader = ExcelReaderFactory.CreateOpenXmlReader(read);
            Assert.Equal(100_001, reader.RowCount);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static byte[] Write(Action<XlsxWriter> rows)
    {
        using var stream = new MemoryStream();
        using (var writer = new XlsxWriter(stream))
        {
            writer.Begin("台账", ["一", "二", "三", "四", "五"], [10, 10, 10, 10, 10]);
            rows(writer);
        }
        return stream.ToArray();
    }

    private static Dictionary<string, List<object?[]>> Read(byte[] bytes)
    {
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(bytes));
        var sheets = new Dictionary<string, List<object?[]>>();
        do
        {
            var rows = sheets[reader.Name] = [];
            while (reader.Read())
                rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)]);
        }
        while (reader.NextResult());
        return sheets;
    }
}
