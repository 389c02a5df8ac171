using System.Collections.Immutable;
using Orleans;
using PetitionMesh.Embedded.Copying;

namespace PetitionMesh.Embedded.Tests;

/// <summary>What is shared between grains, what is copied, and what is refused.</summary>
public sealed class IsolationTests
{
    [Theory]
    [InlineData(typeof(int)), InlineData(typeof(string)), InlineData(typeof(DayOfWeek)), InlineData(typeof(DateTimeOffset))]
    [InlineData(typeof(int?)), InlineData(typeof((int, string))), InlineData(typeof(ImmutableArray<string>))]
    [InlineData(typeof(ImmutableDictionary<string, int>)), InlineData(typeof(Leaf)), InlineData(typeof(Marked)), InlineData(typeof(Circle))]
    [InlineData(typeof(IGrainWithStringKey)), InlineData(typeof(CancellationToken)), InlineData(typeof(Id))]
    public void Unchangeable_types_are_shared(Type type) => Assert.True(Isolation.IsShared(type));

    [Theory]
    [InlineData(typeof(int[])), InlineData(typeof(List<int>)), InlineData(typeof(Dictionary<string, int>)), InlineData(typeof(Settable))]
    [InlineData(typeof(Open)), InlineData(typeof(ImmutableArray<int[]>)), InlineData(typeof(IReadOnlyList<int>)), InlineData(typeof(object))]
    [InlineData(typeof(ReadOnlyMemory<byte>))]
    public void Changeable_types_are_copied(Type type) => Assert.False(Isolation.IsShared(type));

    [Theory]
    [InlineData(typeof(Action)), InlineData(typeof(Stream)), InlineData(typeof(Task)), InlineData(typeof(Holder)), InlineData(typeof(List<Action>))]
    public void What_can_be_neither_is_refused(Type type) => Assert.Throws<NotSupportedException>(() => Isolation.IsShared(type));

    [Fact]
    public void A_copy_keeps_shared_and_circular_references()
    {
        var node = new Node { Name = ["n"] };
        node.Next = node;
        var copy = Copier<Node[]>.Copy([node, node]);
        Assert.Same(copy[0], copy[1]);
        Assert.Same(copy[0], copy[0].Next);
        Assert.NotSame(node, copy[0]);
        Assert.NotSame(node.Name, copy[0].Name);
    }

    [Fact]
    public void A_dictionary_keeps_its_comparer_and_a_set_its_elements()
    {
        var copy = Copier<Dictionary<string, int[]>>.Copy(new(StringComparer.OrdinalIgnoreCase) { ["A"] = [1] });
        Assert.Equal([1], copy["a"]);
        Assert.Contains("B", Copier<HashSet<string>>.Copy(new(StringComparer.OrdinalIgnoreCase) { "b" }));
    }

    [Fact]
    public void A_list_behind_an_interface_is_copied()
    {
        List<int> list = [1];
        var copy = Copier<IReadOnlyList<int>>.Copy(list);
        list.Add(2);
        Assert.Equal([1], copy);
        IReadOnlyList<int[]> literal = [[1], [2]];
        var copied = Copier<IReadOnlyList<int[]>>.Copy(literal);
        literal[0][0] = 9;
        Assert.Equal(1, copied[0][0]);
    }

    [Fact]
    public void A_sealed_kind_of_an_open_family_is_shared_when_it_arrives()
    {
        Family kind = new Family.Kind("k");
        Assert.False(Isolation.IsShared(typeof(Family)));
        Assert.Same(kind, Copier<Family>.Copy(kind));
    }

    private sealed record Leaf(string Name, ImmutableArray<Id> Ids, Leaf? Parent);

    private readonly record struct Id(string Value);

    [Immutable]
    private sealed class Marked
    {
        public List<int> Numbers { get; } = [];
    }

    private sealed record Circle(Other? Other);

    private sealed record Other(Circle? Circle);

    private sealed record Settable
    {
        public int Value { get; set; }
    }

    private record Open(int Value);

    private sealed record Holder(Stream Stream);

    private sealed class Node
    {
        public Node? Next { get; set; }

        public string[] Name { get; set; } = [];
    }

    private abstract record Family
    {
        public sealed record Kind(string Name) : Family;
    }
}
