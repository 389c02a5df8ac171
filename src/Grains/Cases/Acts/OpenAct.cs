using System.Collections.Immutable;
using PetitionMesh.Grains.Cases.Clocks;
using PetitionMesh.Grains.Cases.Closings;

namespace PetitionMesh.Grains.Cases.Acts;

/// <summary>An act that is open to somebody on a case as it stands.</summary>
/// <param name="Concerns">The recorded acts that it may answer or confirm, or the limits that it may pause or resume; empty where it concerns the case as a whole.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.open-act")]
public sealed record OpenAct([property: Id(0)] CaseAct Act, [property: Id(1)] ImmutableArray<string> Concerns)
{
    /// <summary>Of a choice on the form, what is left to him as the case stands; empty where all of it is.</summary>
    [Id(2)] public ImmutableArray<string> Choices { get; init; } = [];

    /// <summary>All that somebody may do now: what is not among them is refused whatever is written down.</summary>
    public static ImmutableArray<OpenAct> For(CaseState state, Actor actor, CaseGround ground)
    {
        if (!state.Exists || !ActRights.Knows(state, actor, ground.City))
            return [];
        var open = ImmutableArray.CreateBuilder<OpenAct>();
        foreach (var form in ActForms.All)
        {
            if (ActDecider.Bar(state, form, actor, ground) is not null || Concerned(state, form, ground) is not { } concerns)
                continue;
            ImmutableArray<string> levels = form.Act == CaseAct.Level ? LevelDecider.OpenTo(state, form, actor, ground) : [];
            if (form.Act != CaseAct.Level || !levels.IsEmpty)
                open.Add(new OpenAct(form.Act, [.. concerns]) { Choices = levels });
        }
        return open.ToImmutable();
    }

    /// <returns>Null where there is nothing that it could concern.</returns>
    private static string[]? Concerned(CaseState state, ActForm form, CaseGround ground) => form.Act switch
    {
        _ when form.Answers is not null || form.Confirms is not null => SomeOf(ActChecks.Awaiting(state, form).Select(w => w.Id.Value)),
        CaseAct.Pause or CaseAct.Resume => SomeOf(PauseDecider.MayBe(form.Act, state, ground).Select(c => c.Value)),
        CaseAct.Close or CaseAct.Terminate or CaseAct.HandOver when ClosingDecider.Bar(state, form.Act) is not null => null,
        CaseAct.DeclineReopening when !state.Work.ReopeningAsked => null,
        _ => form.After.All(state.Work.Has) ? [] : null,
    };

    private static string[]? SomeOf(IEnumerable<string> found) => found.ToArray() is { Length: > 0 } some ? some : null;
}
