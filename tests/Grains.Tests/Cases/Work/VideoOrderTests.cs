using PetitionMesh.Grains.Cases.Acts;

namespace PetitionMesh.Grains.Tests.Cases.Work;

/// <summary>W12: who must answer by video, in order, with the reason.</summary>
public sealed class VideoOrderTests
{
    private static Judgment First(bool available = true, bool left = false) => new("first", null, "一审法官", available, left, ["一审合议庭成员"], "一审庭长", "一审部门负责人");

    private static Judgment Second(string outcome, bool available = true, bool left = false) =>
        new("second", outcome, "二审法官", available, left, ["二审合议庭成员"], "二审庭长", "二审部门负责人");

    [Fact]
    public void W12_a_first_instance_judgment_in_force_is_answered_by_its_judge() =>
        Assert.Equal("一审法官", VideoOrder.Of([First()]).Order[0].Name);

    [Fact]
    public void W12_upheld_on_appeal_the_first_instance_judge_answers()
    {
        var order = VideoOrder.Of([First(), Second("upheld")]).Order;
        Assert.Equal("一审法官", order[0].Name);
        Assert.Contains("维持", order[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void W12_changed_on_appeal_the_second_instance_judge_answers() =>
        Assert.Equal("二审法官", VideoOrder.Of([First(), Second("changed")]).Order[0].Name);

    [Fact]
    public void W12_a_judge_who_cannot_is_followed_by_the_head_of_his_division_or_the_panel() =>
        Assert.Equal(["二审庭长", "二审合议庭成员"], VideoOrder.Of([First(), Second("changed", available: false)]).Order.Select(o => o.Name));

    [Fact]
    public void W12_a_judge_who_has_left_is_followed_by_the_panel_or_the_head_for_that_kind_of_case() =>
        Assert.Equal(["一审合议庭成员", "一审部门负责人"], VideoOrder.Of([First(left: true), Second("upheld")]).Order.Select(o => o.Name));

    [Fact]
    public void W12_what_was_worked_out_stands_on_the_act() =>
        Assert.Equal("一审法官：一审判决生效，由一审承办法官接访", VideoOrder.Of(VideoOrder.Read(VideoOrder.Write([First()]))).ToFacts()[0].Value);
}
