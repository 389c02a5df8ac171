using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using PetitionMesh.Gateway.Cases;
using PetitionMesh.Gateway.Tests.Running;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;

namespace PetitionMesh.Gateway.Tests.Cases;

/// <summary>J7, S9: no kind of event is forgotten in the file of a case.</summary>
public sealed class ChronicleTests(Started started) : IClassFixture<Started>
{
    public static TheoryData<Type> Kinds =>
        [.. typeof(CaseEvent).Assembly.GetTypes().Where(t => t.IsAssignableTo(typeof(CaseEvent)) && !t.IsAbstract)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_of_event_has_a_line_or_is_left_out_by_name(Type kind)
    {
        var chronicle = new Chronicle(started.Gateway.Services.GetRequiredService<ICityDirectory>().Current);
        var empty = (CaseEvent)RuntimeHelpers.GetUninitializedObject(kind);
        Assert.IsNotType<ArgumentOutOfRangeException>(Record.Exception(() => chronicle.LineOf(empty))); // An arm of its own may miss what an empty event lacks.
    }
}
