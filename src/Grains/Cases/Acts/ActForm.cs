using System.Collections.Immutable;
using PetitionMesh.Grains.Cases.Clocks;

namespace PetitionMesh.Grains.Cases.Acts;

/// <summary>In which states of a case an act may be done.</summary>
[Flags]
public enum CasePhase
{
    /// <summary>Pending, open or reopened.</summary>
    Running = 1,

    /// <summary>A promise holds (W14(4)).</summary>
    Promised = 2,

    /// <summary>A final end.</summary>
    Final = 4,
    Always = Running | Promised | Final,
}

/// <summary>One act as data: its name, its rule, who may, what is required, and what it does to clocks.</summary>
/// <param name="Title">The name that people read.</param>
/// <param name="Meets">Clocks that it meets.</param>
/// <param name="Starts">Clock that it starts; <see cref="LimitField"/> names its last day.</param>
/// <param name="Answers">The act that it answers; field <c>of</c> names which one.</param>
/// <param name="Confirms">The act that it confirms the arrival of, once; field <c>of</c> names which one, which goes on waiting for its answer.</param>
/// <param name="Waits">Stays open until another act answers it.</param>
/// <param name="After">Acts that must have been recorded before.</param>
/// <param name="Elsewhere">Recorded by any court that takes part, because it may happen there; else by the court that handles the case.</param>
public sealed record ActForm(
    CaseAct Act,
    string Title,
    string Rule,
    Who May,
    CasePhase When,
    ImmutableArray<ActField> Fields,
    ImmutableArray<ClockKind> Meets,
    ClockKind? Starts = null,
    CaseAct? Answers = null,
    CaseAct? Confirms = null,
    bool Waits = false,
    ImmutableArray<CaseAct> After = default,
    bool Elsewhere = false)
{
    public string Slug => Act.Slug();

    /// <summary>The day until which a started clock runs.</summary>
    public string? LimitField => Starts is null ? null : Fields.First(f => f.Kind == FieldKind.Day && f.Name is "limit" or "replyBy").Name;

    public ActField? Field(string name) => Fields.FirstOrDefault(f => f.Name == name);
}
