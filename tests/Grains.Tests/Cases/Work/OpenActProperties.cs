using System.Collections.Immutable;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Cases.Acts;
using PetitionMesh.Grains.Cases.Papers;

namespace PetitionMesh.Grains.Tests.Cases.Work;

/// <summary>What is offered to somebody is what he may do: nothing that is not offered is done, nothing that is offered is refused whatever is written down.</summary>
public sealed class OpenActProperties
{
    private const int Seeds = 150;
    private const int Acts = 150;

    private static readonly ImmutableArray<Actor> Actors =
    [
        WorkStory.Owner, WorkStory.President, WorkStory.IntermediateHead, WorkStory.Supervisor, WorkStory.LeadingGroup, WorkStory.Judge, WorkStory.Office, WorkStory.Clerk,
        WorkStory.Stranger, WorkStory.Leader("L012"), WorkStory.Leader("L043"),
    ];

    /// <summary>Refusals that no other words on the form would have avoided.</summary>
    private static readonly string[] Bars =
    [
        "act-not-yours", "signature-not-yours", "no-closing", "wrong-state", "closing-under-way", "no-owner", "not-terminated", "nothing-asked", "joined", "nothing-to-answer",
        "nothing-to-confirm", "not-yet", "unknown-clock", "not-paused", "cannot-pause", "unknown-case",
        "level-not-higher", "level-needs-president",
    ];

    [Fact]
    public void Nothing_else_is_done_than_what_was_offered_and_nothing_offered_is_barred()
    {
        var done = new HashSet<CaseAct>();
        for (var seed = 0; seed < Seeds; seed++)
        {
            var random = new Random(seed);
            var story = random.Next(3) == 0 ? WorkStory.Assigned() : WorkStory.Received();
            for (var i = 0; i < Acts; i++)
                story = Step(story, random, done, seed);
        }
        // Not vacuous: every act there is was offered and done by somebody.
        Assert.Equal(Enum.GetValues<CaseAct>(), done.Order());
    }

    private static WorkStory Step(WorkStory story, Random random, HashSet<CaseAct> done, int seed)
    {
        story = story.After(TimeSpan.FromHours(random.Next(30)));
        if (random.Next(12) == 0)
            return story.Files((PaperKind)random.Next(Enum.GetValues<PaperKind>().Length));
        if (random.Next(60) == 0)
            return story.Returns(story.State.Receptions.Length + 1);
        if (random.Next(40) == 0)
            return story.Tell(new CaseCommand.AskReopening(new ActId(Guid.CreateVersion7()), Tests.Some.Sealed(), story.Ground));
        // Whoever has to sign does so now and then, or no case would come to its end.
        var actor = (random.Next(4) == 0 ? Actors.FirstOrDefault(a => OpenAct.For(story.State, a, story.Ground).Any(o => o.Act == CaseAct.Sign)) : null) ?? Actors[random.Next(Actors.Length)];
        var open = OpenAct.For(story.State, actor, story.Ground);
        // Mostly what is offered, so that the case goes on; else anything.
        var act = open.Any(o => o.Act == CaseAct.Sign) && random.Next(3) > 0 ? CaseAct.Sign : random.Next(3) > 0 && open.Length > 0 ? open[random.Next(open.Length)].Act : (CaseAct)random.Next(Enum.GetValues<CaseAct>().Length);
        var offered = open.FirstOrDefault(o => o.Act == act);
        var facts = ActForms.Of(act).Fields.Where(f => offered is not null && (f.Kind is FieldKind.ActOf or FieldKind.Clock || (f.Kind == FieldKind.Choice && !offered.Choices.IsEmpty)))
            .Select(f => (f.Name, Any(f.Kind == FieldKind.Choice ? offered!.Choices : offered!.Concerns))).ToArray();
        var next = story.Does(actor, act, story.Papers, facts);
        if (next.Refusal is { } refusal)
            Assert.False(offered is not null && Bars.Contains(refusal.Code), $"Seed {seed}: {act} was offered to {actor.Subject} and refused: {refusal.Code}.");
        else
        {
            Assert.True(offered is not null, $"Seed {seed}: {act} was done by {actor.Subject} without having been offered.");
            done.Add(act);
        }

        return next;

        string Any(ImmutableArray<string> some) => some[random.Next(some.Length)];
    }
}
