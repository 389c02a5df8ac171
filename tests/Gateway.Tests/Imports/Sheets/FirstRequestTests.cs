using System.Text.Json;
using System.Text.Json.Nodes;
using PetitionMesh.Gateway.Imports.Sheets;

namespace PetitionMesh.Gateway.Tests.Imports.Sheets;

/// <summary>The register of 1,173 first requests (Y1).</summary>
public sealed class FirstRequestTests
{
    private const string Header = "接收日期,接收时间,受理法院,渠道,诉求内容,办结日期,答复期限";

    [Fact]
    public void The_register_gives_the_figures_it_is_known_to_have()
    {
        using var stream = File.OpenRead(Some.DataFile("first-requests-1173.csv"));
        var readings = FirstRequestSheet.Read(stream, Some.Today, Some.Limits).ToList();

        Assert.All(readings, reading => Assert.Empty(reading.Problems));
        var summary = FirstRequestSummary.Of(readings.Select(reading => reading.Content!));
        var expected = JsonNode.Parse(File.ReadAllText(Some.DataFile("first-requests-1173.expected.json")));
        Assert.True(JsonNode.DeepEquals(expected, JsonSerializer.SerializeToNode(summary)), JsonSerializer.Serialize(summary));
        Assert.Equal((new DateOnly(2022, 1, 4), new TimeOnly(10, 24)), (readings[0].Content!.ReceivedOn, readings[0].Content!.ReceivedAt));
    }

    [Theory]
    [InlineData(",09:00,某法院,来访,诉求,,", "接收日期")]
    [InlineData("2022-02-30,09:00,某法院,来访,诉求,,", "接收日期")]
    [InlineData("2022-01-04,09:00,,来访,诉求,,", "受理法院")]
    [InlineData("2022-01-04,09:00,某法院,托梦,诉求,,", "渠道")]
    [InlineData("2022-01-04,09:00,某法院,来访,,,", "诉求内容")]
    [InlineData("2022-01-04,09:00,某法院,来访,诉求,昨天,", "办结日期")]
    public void What_is_counted_must_be_readable(string row, string field)
    {
        var reading = Assert.Single(FirstRequestSheet.Read(Some.Csv($"{Header}\n{row}"), Some.Today, Some.Limits));
        Assert.True(reading.IsRejected);
        Assert.Equal(field, Assert.Single(reading.Problems).Field);
    }

    [Fact]
    public void An_unreadable_hour_is_a_warning()
    {
        var reading = Assert.Single(FirstRequestSheet.Read(Some.Csv($"{Header}\n2022-01-04,早上,某法院,来 访,诉求,2022-01-05,2022-01-04"), Some.Today, Some.Limits));
        Assert.False(reading.IsRejected);
        Assert.Equal("接收时间", Assert.Single(reading.Problems).Field);
        Assert.True(reading.Content!.IsAnsweredLate);
    }
}
