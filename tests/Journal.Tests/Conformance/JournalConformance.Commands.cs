using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Journal.Tests.Conformance;

public abstract partial class JournalConformance
{
    [SkippableFact]
    public async Task A_repeated_command_is_answered_with_the_first_answer_and_writes_nothing()
    {
        await WrittenAsync(Some.Append("a") with { Command = Some.Command("k", answer: "first") });

        var repeated = Assert.IsType<AppendResult.Repeated>(
            await AppendAsync(Some.Append("a", 1) with { Command = Some.Command("k", answer: "second") }));

        Assert.Equal(Some.Command("k", answer: "first").Answer, repeated.First.Answer.AsEnumerable());
        Assert.Equal(201, repeated.First.Status);
        Assert.Single(await ReadAsync("a"));
    }

    [SkippableFact]
    public async Task A_repeat_is_known_before_its_conflict()
    {
        await WrittenAsync(Some.Append("a") with { Command = Some.Command("k") });

        Assert.IsType<AppendResult.Repeated>(await AppendAsync(Some.Append("a") with { Command = Some.Command("k") }));
    }

    [SkippableFact]
    public async Task A_key_used_for_another_body_is_refused()
    {
        await WrittenAsync(Some.Append("a") with { Command = Some.Command("k", body: "one") });

        Assert.IsType<AppendResult.KeyReused>(await AppendAsync(Some.Append("b") with { Command = Some.Command("k", body: "two") }));
        Assert.Empty(await ReadAsync("b"));
    }

    [SkippableFact]
    public async Task The_same_key_of_another_caller_is_another_command()
    {
        await WrittenAsync(Some.Append("a") with { Command = Some.Command("k", body: "one") });

        await WrittenAsync(Some.Append("b") with { Command = Some.Command("k", body: "two", caller: "court-b") });
    }

    [SkippableFact]
    public async Task Commands_are_remembered_across_a_restart()
    {
        await WrittenAsync(Some.Append("a") with { Command = Some.Command("k") });
        await RestartAsync();

        Assert.IsType<AppendResult.Repeated>(await AppendAsync(Some.Append("a", 1) with { Command = Some.Command("k") }));
        Assert.IsType<AppendResult.KeyReused>(await AppendAsync(Some.Append("a", 1) with { Command = Some.Command("k", body: "other") }));
        Assert.NotNull(await Journal.FindCommandAsync("court-a", "k", CancellationToken.None));
        Assert.Null(await Journal.FindCommandAsync("court-a", "never", CancellationToken.None));
    }

    [SkippableFact]
    public async Task A_repeat_inside_the_same_batch_gets_the_first_answer()
    {
        var answers = await InOneBatchAsync(
            Some.Append("a") with { Command = Some.Command("k", answer: "first") },
            Some.Append("a") with { Command = Some.Command("k", answer: "second") },
            Some.Append("a", 1) with { Command = Some.Command("k", body: "another") });

        Assert.IsType<AppendResult.Appended>(await answers[0]);
        var repeated = Assert.IsType<AppendResult.Repeated>(await answers[1]);
        Assert.Equal(Some.Command("k", answer: "first").Answer, repeated.First.Answer.AsEnumerable());
        Assert.IsType<AppendResult.KeyReused>(await answers[2]);
        Assert.Single(await ReadAsync("a"));
    }

    [SkippableFact]
    public async Task A_conflicting_append_leaves_its_key_free()
    {
        await WrittenAsync(Some.Append("a"));
        Assert.IsType<AppendResult.Conflict>(await AppendAsync(Some.Append("a") with { Command = Some.Command("k") }));

        await WrittenAsync(Some.Append("a", 1) with { Command = Some.Command("k") });
    }

    [SkippableFact]
    public async Task A_command_without_effect_is_remembered_and_moves_no_head()
    {
        await WrittenAsync(Some.Append("a"));
        var head = await Store.ReadHeadAsync(CancellationToken.None);

        await WrittenAsync(Some.Append() with { Command = Some.Command("k") });

        Assert.Equal(head, await Store.ReadHeadAsync(CancellationToken.None));
        Assert.IsType<AppendResult.Repeated>(await AppendAsync(Some.Append() with { Command = Some.Command("k") }));
    }

    [SkippableFact]
    public async Task Old_commands_are_forgotten_a_bounded_number_at_a_time()
    {
        Options.MaxForgottenCommands = 2;
        var now = TimeProvider.System.GetUtcNow();
        for (var i = 0; i < 3; i++)
            await WrittenAsync(Some.Append($"old-{i}") with { At = now - TimeSpan.FromDays(500 - i), Command = Some.Command($"old-{i}") });
        await WrittenAsync(Some.Append("new") with { At = now - TimeSpan.FromDays(399), Command = Some.Command("new") });

        await Journal.ForgetOldCommandsAsync();
        Assert.Equal([false, false, true, true], await RememberedAsync("old-0", "old-1", "old-2", "new"));

        await Journal.ForgetOldCommandsAsync();
        Assert.Equal([false, false, false, true], await RememberedAsync("old-0", "old-1", "old-2", "new"));
    }

    private async Task<IEnumerable<bool>> RememberedAsync(params string[] keys)
    {
        var found = new List<bool>();
        foreach (var key in keys)
            found.Add(await Journal.FindCommandAsync("court-a", key, CancellationToken.None) is not null);
        return found;
    }
}
