using System.Text.Json;
using System.Text.Json.Nodes;
using PetitionMesh.Gateway.Imports.Sheets;

namespace PetitionMesh.Gateway.Tests.Imports.Sheets;

/// <summary>The ledger of 427 unresolved cases, in every form that it may come in, gives the figures it is known to have.</summary>
public sealed class UnresolvedLedgerTests
{
    [Theory]
    [InlineData("unresolved-427.csv")]
    [InlineData("unresolved-427.gb18030.csv")]
    public void Both_encodings_give_the_expected_figures(string file)
    {
        using var stream = File.OpenRead(Some.DataFile(file));
        AssertExpected(Some.Read(stream));
    }

    [Fact]
    public void The_mark_of_utf8_may_be_missing()
    {
        var bytes = File.ReadAllBytes(Some.DataFile("unresolved-427.csv"));
        Assert.Equal(0xEF, bytes[0]);
        AssertExpected(Some.Read(new MemoryStream(bytes[3..])));
    }

    [Fact]
    public void The_sheet_as_a_workbook_gives_the_same_rows_and_figures()
    {
        var fromCsv = Read("unresolved-427.csv");
        using var workbook = Workbook(dates: text => text);
        AssertSameRows(fromCsv, Some.Read(workbook));
    }

    [Fact]
    public void Serial_numbers_and_real_dates_of_a_workbook_are_the_same_days()
    {
        var fromCsv = Read("unresolved-427.csv");
        var turn = 0;
        using var workbook = Workbook(dates: text =>
        {
            Assert.True(SheetDates.TryRead(new SheetCell(text), out var date));
            return turn++ % 2 == 0 ? date : (object)(double)(date.DayNumber - new DateOnly(1899, 12, 30).DayNumber);
        });
        var fromWorkbook = Some.Read(workbook);
        AssertSameRows(fromCsv, fromWorkbook);
        AssertExpected(fromWorkbook);
    }

    [Fact]
    public void Columns_in_another_order_with_others_between_change_nothing()
    {
        var lines = Lines("unresolved-427.csv");
        var shuffled = lines.Select((line, at) => line.Reverse().Prepend(at == 0 ? "备 注" : "某").ToArray<object?>());
        AssertSameRows(Read("unresolved-427.csv"), Some.Read(new XlsxBuilder().Sheet(shuffled).Build()));
    }

    [Fact]
    public void Both_encodings_give_the_same_rows() => AssertSameRows(Read("unresolved-427.csv"), Read("unresolved-427.gb18030.csv"));

    [Fact]
    public void The_same_matter_listed_by_two_units_is_one_and_the_earlier_first_visit_wins()
    {
        var rows = Read("unresolved-427.csv").Select(reading => reading.Content!).ToList();

        var matters = Matter.Group(rows).ToList();

        Assert.Equal(427, matters.Sum(matter => matter.Rows.Length));
        Assert.Equal(388 + 12, matters.Count);
        var second = matters.Single(matter => matter.Rows.Any(row => row.Row == 2));
        Assert.Equal([2, 30], second.Rows.Select(row => row.Row));
        Assert.Equal((30, "褚浩真"), (second.Winner.Row, second.Winner.Owner)); // 2013-05-10 before 2016-01-03
        var threefold = matters.Single(matter => matter.Rows.Length == 3);
        Assert.Equal([31, 53, 59], threefold.Rows.Select(row => row.Row));
        Assert.Equal(59, threefold.Winner.Row);
        Assert.All(matters.Where(matter => matter.Winner.Identity is null), matter => Assert.Single(matter.Rows));
    }

    [Fact]
    public void A_row_is_read_in_full()
    {
        var row = Read("unresolved-427.csv")[0].Content!;

        Assert.Equal((1, "东港区人民法院", "邹宁一", "residentId:990101198106191288"), (row.Row, row.Unit, row.Petitioner, row.Identity!.Canonical));
        Assert.Equal(("10053198970", "(2016)鲁9902民初4058号", "行政", "要求查询案件办理进度"), (row.Phone, row.CaseNumber!.Value.Value, row.CaseType, row.Claim));
        Assert.Equal((new DateOnly(2018, 11, 11), 2, false, "曹景和"), (row.FirstVisit!.Value, row.Visits!.Value, row.IsLongStanding, row.Owner));
        Assert.Equal(("郎学之", "岑浩光", "10016305606", "省级交办(来信)"), (row.ResponsibleLeader, row.Handler, row.HandlerPhone, row.Source));
        Assert.Equal((new DateOnly(2021, 3, 9), null), (row.AssignedOn!.Value, row.ProvinceVisit));
    }

    [Fact]
    public void Printing_a_row_reveals_nothing_of_the_person()
    {
        var row = Read("unresolved-427.csv")[0].Content!;
        Assert.Equal("row 1", $"{row}");
    }

    private static List<RowReading<UnresolvedRow>> Read(string file)
    {
        using var stream = File.OpenRead(Some.DataFile(file));
        return Some.Read(stream);
    }

    private static void AssertExpected(List<RowReading<UnresolvedRow>> readings)
    {
        Assert.All(readings, reading => Assert.Empty(reading.Problems));
        var summary = UnresolvedSummary.Of(readings.Select(reading => reading.Content!));
        var expected = JsonNode.Parse(File.ReadAllText(Some.DataFile("unresolved-427.expected.json")));
        Assert.True(JsonNode.DeepEquals(expected, JsonSerializer.SerializeToNode(summary)), JsonSerializer.Serialize(summary));
    }

    private static void AssertSameRows(List<RowReading<UnresolvedRow>> expected, List<RowReading<UnresolvedRow>> actual) =>
        Assert.Equal(expected.Select(reading => reading.Content), actual.Select(reading => reading.Content));

    private static IEnumerable<string[]> Lines(string file)
    {
        using var stream = File.OpenRead(Some.DataFile(file));
        foreach (var row in SheetFile.ReadRows(stream, Some.Limits, UnresolvedColumns.All))
            yield return [.. row.Cells.Select(cell => cell.Text)];
    }

    private static MemoryStream Workbook(Func<string, object> dates)
    {
        var lines = Lines("unresolved-427.csv").ToList();
        var dateColumns = new[] { Array.IndexOf(lines[0], "首次信访日期"), Array.IndexOf(lines[0], "交办日期") };
        return new XlsxBuilder().Sheet(lines.Select((line, at) => line.Select(
            (text, column) => text.Length == 0 ? null : at > 0 && dateColumns.Contains(column) ? dates(text) : text).ToArray())).Build();
    }
}
