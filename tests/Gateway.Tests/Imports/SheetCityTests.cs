using System.Text.Json;
using PetitionMesh.Gateway.Imports;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Gateway.Tests.Imports;

/// <summary>Courts and leaders of the sample city as sheets really write them.</summary>
public sealed class SheetCityTests
{
    private static readonly CityDocument s_sample =
        JsonSerializer.Deserialize(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "city.json")), EventsJson.Default.CityDocument)!;

    private static readonly SheetCity s_city = new(new CitySnapshot(s_sample, 1));

    [Theory]
    [InlineData("东港区人民法院", "dg")]
    [InlineData("dg", "dg")]
    [InlineData("东港区法院", "dg")]
    [InlineData("东港法院", "dg")]
    [InlineData("望海市东港区人民法院", "dg")]
    [InlineData("东港区 人民法院（主办）", "dg")]
    [InlineData("东港区⼈⺠法院", "dg")]
    [InlineData("东港区人民法院执行局", "dg")]
    [InlineData("北原县法院", "by")]
    [InlineData("望海市中级人民法院", "zy")]
    [InlineData("望海市中级人民法院民一庭", "zy")]
    [InlineData("望海中院", "zy")]
    [InlineData("市中院执行局", "zy")]
    [InlineData("中级人民法院", "zy")]
    [InlineData("东港区人民法院厨房", null)]
    [InlineData("人民法院", null)]
    [InlineData("北海区人民法院", null)]
    [InlineData("东港区", null)]
    public void A_court_is_found_under_the_names_that_sheets_give_it(string written, string? court) =>
        Assert.Equal(court, s_city.Court(written)?.Id.Value);

    [Theory]
    [InlineData("曹景和", "dg", "L012")]
    [InlineData("曹景和副院长", "dg", "L012")]
    [InlineData("常务副院长曹景和", "dg", "L012")]
    [InlineData("曹景和（副院长）", "dg", "L012")]
    [InlineData("曹 景 和 同志", "xs", "L012")]
    [InlineData("曹景", "dg", null)]
    [InlineData("曹景和、葛光景", "dg", null)]
    public void A_leader_is_found_with_his_post_beside_his_name(string written, string unit, string? leader) =>
        Assert.Equal(leader, s_city.Leader(written, new CourtId(unit))?.Id.Value);

    [Fact]
    public void Who_has_left_gives_way_to_a_namesake_who_has_not()
    {
        var gone = s_sample.Leaders.Single(l => l.Id.Value == "L013") with { Name = "曹景和", Active = false };
        var city = new SheetCity(new CitySnapshot(s_sample with { Leaders = [.. s_sample.Leaders.Where(l => l.Id != gone.Id), gone] }, 1));
        Assert.Equal("L012", city.Leader("曹景和", new CourtId("dg"))?.Id.Value);
    }
}
