using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using PetitionMesh.Gateway.Cases;
using PetitionMesh.Gateway.Tests.Running;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Cases.Clocks;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Leaders;

namespace PetitionMesh.Gateway.Tests.Cases;

/// <summary>J7, S9: no kind of event is forgotten in the file of a case.</summary>
public sealed class ChronicleTests(Started started) : IClassFixture<Started>
{
    public static TheoryData<Type> Kinds =>
        [.. typeof(CaseEvent).Assembly.GetTypes().Where(t => t.IsAssignableTo(typeof(CaseEvent)) && !t.IsAbstract)];

    [Theory]
    [InlineData("close-1", "办结，住院，方朗批准", "办结，至2026年12月1日24时")]
    [InlineData("meet-2", "约见信访人（第 2 次），住院，方朗批准", "约见信访人（第 2 次），至2026年12月1日24时")]
    public void A_limit_is_called_by_its_name(string clock, string paused, string resumed)
    {
        var chronicle = new Chronicle(started.Gateway.Services.GetRequiredService<ICityDirectory>().Current);
        Assert.Equal(paused, chronicle.LineOf(new CaseEvent.ClockPaused(default, ClockId.Parse(clock), default, "住院", new LeaderId("L011")))?.Detail);
        Assert.Equal(resumed, chronicle.LineOf(new CaseEvent.ClockResumed(default, ClockId.Parse(clock), default, new DateOnly(2026, 12, 1)))?.Detail);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_of_event_has_a_line_or_is_left_out_by_name(Type kind)
    {
        var chronicle = new Chronicle(started.Gateway.Services.GetRequiredService<ICityDirectory>().Current);
        var empty = (CaseEvent)RuntimeHelpers.GetUninitializedObject(kind);
        Assert.IsNotType<ArgumentOutOfRangeException>(Record.Exception(() => chronicle.LineOf(empty))); // An arm of its own may miss what an empty event lacks.
    }
}
