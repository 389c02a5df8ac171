using System.Collections.Immutable;
using Orleans;

namespace PetitionMesh.Embedded.Tests.Contract;

/// <summary>What grains may rely on, on every host. Each host inherits it.</summary>
public abstract class HostContract : IAsyncLifetime
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);
    private IHostUnderTest _host = null!;

    private IProbeGrain Probe(string key) => _host.Grains.GetGrain<IProbeGrain>(key);

    private Signals Signals => _host.Signals;

    protected abstract Task<IHostUnderTest> StartHostAsync();

    public async Task InitializeAsync() => _host = await StartHostAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task A_key_has_one_activation_however_many_call_it_at_once()
    {
        var numbers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() => Probe("one").ActivationNumberAsync())));
        Assert.Single(numbers.Distinct());
        Assert.NotEqual(numbers[0], await Probe("two").ActivationNumberAsync());
        Assert.Equal("one", await Probe("one").KeyAsync());
    }

    [Fact]
    public async Task A_call_waits_until_the_running_one_has_completed()
    {
        var first = Probe("a").StepAsync("first");
        await Signals.Reached("first begins");
        var second = Probe("a").StepAsync("second");
        Signals.Reach("second may end");
        await Probe("b").KeyAsync();
        Assert.DoesNotContain("second begins", Signals.Notes);
        Signals.Reach("first may end");
        await Task.WhenAll(first, second).WaitAsync(s_patience);
        Assert.Equal(["first begins", "first ends", "second begins", "second ends"], Signals.Notes.Where(note => note.Contains(' ') && !note.Contains("activates")));
    }

    [Fact]
    public async Task Readers_interleave_with_readers_but_not_with_writers()
    {
        var reader = Probe("a").ReadStepAsync("reader");
        await Signals.Reached("reader begins");
        var writer = Probe("a").StepAsync("writer");
        var other = Probe("a").ReadStepAsync("other");
        await Signals.Reached("other begins");
        Assert.DoesNotContain("writer begins", Signals.Notes);
        foreach (var name in new[] { "reader", "other", "writer" }) Signals.Reach(name + " may end");
        await Task.WhenAll(reader, writer, other).WaitAsync(s_patience);
        Assert.True(Signals.Notes.ToList().IndexOf("writer begins") > Signals.Notes.ToList().IndexOf("other ends"));
    }

    [Fact]
    public async Task An_interleaving_call_waits_for_nobody()
    {
        var running = Probe("a").StepAsync("running");
        await Signals.Reached("running begins");
        Assert.Equal("in between", await Probe("a").InterleaveAsync().WaitAsync(s_patience));
        Signals.Reach("running may end");
        await running;
    }

    [Fact]
    public async Task Awaits_continue_on_the_activation() => Assert.True(await Probe("a").StaysOnSchedulerAsync());

    [Fact]
    public async Task Continuations_of_one_activation_never_run_at_once() =>
        Assert.Equal(5_000, await Probe("a").CountWithManyAwaitsAsync(5_000));

    [Fact]
    public async Task A_circle_of_calls_shows_as_a_timeout_and_the_grain_goes_on()
    {
        var call = Probe("a").CallAsync("b", "a");
        await Signals.Reached("b calls a");
        await _host.PassAsync(_host.ResponseTimeout * 1.2);
        await Assert.ThrowsAsync<TimeoutException>(() => call.WaitAsync(s_patience));
        await Signals.Reached("a is back from b");
        Assert.Equal("a", await Probe("a").KeyAsync().WaitAsync(s_patience));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Exceptions_arrive_as_they_were(bool later)
    {
        var failure = await Assert.ThrowsAsync<InvalidDataException>(() => later ? Probe("a").FailLaterAsync("so it was") : Probe("a").FailAsync("so it was"));
        Assert.Equal("so it was", failure.Message);
        Assert.Contains(nameof(ProbeGrain), failure.StackTrace, StringComparison.Ordinal);
        Assert.Equal("a", await Probe("a").KeyAsync());
    }

    [Fact]
    public async Task The_cause_inside_an_exception_keeps_nothing_from_arriving()
    {
        var failure = await Assert.ThrowsAsync<InvalidDataException>(() => Probe("a").FailBecauseAsync("so it was", "the disk"));
        Assert.Equal(("so it was", "the disk"), (failure.Message, failure.InnerException?.Message));
    }

    [Fact]
    public async Task A_failed_activation_fails_the_waiting_calls_and_the_next_call_tries_anew()
    {
        var failure = await Assert.ThrowsAsync<InvalidDataException>(() => Probe("broken").KeyAsync());
        Assert.Equal("cannot begin", failure.Message);
        Signals.Note("repaired");
        Assert.Equal("broken", await Probe("broken").KeyAsync());
    }

    [Fact]
    public async Task All_calls_waiting_for_an_activation_share_its_failure()
    {
        var calls = Enumerable.Range(0, 20).Select(_ => Probe("slow broken").KeyAsync()).ToArray();
        await Signals.Reached("slow broken activates");
        Signals.Note("repaired");
        Signals.Reach("activation may end");
        await Task.WhenAll(calls).WaitAsync(s_patience);
        Assert.Single(Signals.Notes, "slow broken activates");
    }

    [Fact]
    public async Task DeactivateOnIdle_ends_the_activation_after_its_turn_and_the_next_call_begins_another()
    {
        var before = await Probe("a").ActivationNumberAsync();
        await Probe("a").EndAsync();
        Assert.NotEqual(before, await Probe("a").ActivationNumberAsync().WaitAsync(s_patience));
        Assert.Contains("a deactivates ApplicationRequested", Signals.Notes);
    }

    [Fact]
    public async Task Calls_queued_while_the_activation_ends_go_to_a_new_one()
    {
        var before = await Probe("lingering").ActivationNumberAsync();
        var ending = Probe("lingering").EndAfterAsync("last");
        await Signals.Reached("last begins");
        var queuedBehindTheTurn = Probe("lingering").ActivationNumberAsync();
        Signals.Reach("last may end");
        await ending.WaitAsync(s_patience);
        await Signals.Reached("lingering deactivates ApplicationRequested");
        var queuedBehindTheEnd = Probe("lingering").ActivationNumberAsync();
        Assert.False(queuedBehindTheEnd.IsCompleted);
        Signals.Reach("deactivation may end");
        Assert.NotEqual(before, await queuedBehindTheTurn.WaitAsync(s_patience));
        Assert.Equal(await queuedBehindTheTurn, await queuedBehindTheEnd.WaitAsync(s_patience));
    }

    [Fact]
    public async Task An_idle_activation_is_collected_and_a_used_one_is_not()
    {
        var idle = await Probe("idle").ActivationNumberAsync();
        var used = await Probe("used").ActivationNumberAsync();
        for (var i = 0; i < 4; i++)
        {
            await _host.PassIdleAsync(_host.IdleAfter * 0.3);
            await Probe("used").KeyAsync();
        }
        await Signals.Reached("idle deactivates ActivationIdle");
        Assert.NotEqual(idle, await Probe("idle").ActivationNumberAsync());
        Assert.Equal(used, await Probe("used").ActivationNumberAsync());
    }

    [Fact]
    public async Task A_timer_ticks_when_due_and_a_period_after_each_end_until_the_activation_ends()
    {
        await Probe("a").TickAsync(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(1), "tick");
        await _host.PassAsync(TimeSpan.FromSeconds(2), "tick 1");
        await Probe("a").KeyAsync();
        await _host.PassAsync(TimeSpan.FromSeconds(1), "tick 2");
        await Probe("a").EndAsync();
        await Probe("a").KeyAsync();
        await _host.PassAsync(TimeSpan.FromSeconds(5));
        await Probe("a").KeyAsync();
        Assert.DoesNotContain("tick 3", Signals.Notes);
    }

    [Fact]
    public async Task A_tick_is_a_turn_so_calls_wait_for_it()
    {
        await Probe("a").BlockingTickAsync(TimeSpan.FromSeconds(1), "tick", interleave: false);
        await _host.PassAsync(TimeSpan.FromSeconds(1), "tick begins");
        var call = Probe("a").KeyAsync();
        await Probe("b").KeyAsync();
        Assert.False(call.IsCompleted);
        Signals.Reach("tick may end");
        Assert.Equal("a", await call.WaitAsync(s_patience));
    }

    [Fact]
    public async Task An_interleaving_tick_lets_calls_through()
    {
        await Probe("a").BlockingTickAsync(TimeSpan.FromSeconds(1), "tick", interleave: true);
        await _host.PassAsync(TimeSpan.FromSeconds(1), "tick begins");
        Assert.Equal("a", await Probe("a").KeyAsync().WaitAsync(s_patience));
        Signals.Reach("tick may end");
    }

    [Fact]
    public async Task What_the_caller_changes_after_the_call_stays_with_the_caller()
    {
        var grain = _host.Grains.GetGrain<IKeepingGrain>("k");
        List<int> numbers = [1, 2];
        var mixed = new Mixed(["one"]) { Table = { ["t"] = [7] } };
        byte[] bytes = [1];
        await grain.KeepAsync(numbers, mixed, bytes);
        numbers.Clear();
        mixed.Names[0] = "changed";
        mixed.Table["t"][0] = 8;
        bytes[0] = 9;
        Assert.Equal([1, 2], await grain.NumbersAsync());
        Assert.Equal("one", (await grain.MixedAsync()).Names[0]);
        Assert.Equal(7, (await grain.MixedAsync()).Table["t"][0]);
        Assert.Equal([1], await grain.BytesAsync());
    }

    [Fact]
    public async Task What_the_grain_changes_after_the_answer_stays_with_the_grain()
    {
        var grain = _host.Grains.GetGrain<IKeepingGrain>("k");
        await grain.KeepAsync([1], new Mixed(["one"]), [1]);
        var (numbers, mixed, bytes) = (await grain.NumbersAsync(), await grain.MixedAsync(), await grain.BytesAsync());
        await grain.SpoilAsync();
        Assert.Equal([1], numbers);
        Assert.Equal(["one"], mixed.Names);
        Assert.Equal([1], bytes);
    }

    [Fact]
    public async Task Immutable_values_arrive_equal()
    {
        var value = new Sealed("s", [1, 2, 3]);
        Assert.Equal(value.Text, (await _host.Grains.GetGrain<IKeepingGrain>("k").SameSealedAsync(value)).Text);
        Assert.Equal(2025 + 28 + 1, await Probe("a").SumAsync(1, 2, "xyz", new DateTimeOffset(2025, 1, 1, 0, 0, 0, default), Guid.Empty, 10, 12));
        await Probe("a").PlainAsync();
        await Probe("a").NothingAsync();
    }

    [Fact]
    public async Task Written_state_outlives_the_activation_and_unwritten_state_does_not()
    {
        var purse = _host.Grains.GetGrain<IPurseGrain>("p");
        Assert.Equal(0, await purse.CoinsAsync());
        await purse.AddAsync(3);
        Assert.Equal(5, await purse.AddAsync(2));
        await purse.LoseAsync();
        await purse.EndAsync();
        Assert.Equal(5, await purse.CoinsAsync());
        await purse.ClearAsync();
        Assert.Equal(0, await purse.CoinsAsync());
        Assert.Equal(1, await purse.AddAsync(1));
    }

    [Fact]
    public async Task A_reminder_rings_when_due_and_every_period_and_activates_its_grain()
    {
        var bell = _host.Grains.GetGrain<IBellGrain>("b");
        await bell.RemindAsync("noon", TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(3));
        Assert.True(await bell.HasAsync("noon"));
        await bell.EndAsync();
        await _host.PassAsync(TimeSpan.FromMinutes(2), "noon rings 0");
        await bell.HasAsync("noon");
        await _host.PassAsync(TimeSpan.FromMinutes(3), "noon rings 3");
        await bell.StopAsync("noon");
        Assert.False(await bell.HasAsync("noon"));
        await _host.PassAsync(TimeSpan.FromMinutes(9));
        await bell.HasAsync("noon");
        Assert.Equal(2, Signals.Notes.Count(note => note.StartsWith("noon", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_stop_ends_every_activation_properly()
    {
        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Probe("p" + i).KeyAsync()));
        await _host.StopAsync();
        Assert.Equal(50, Signals.Notes.Count(note => note.EndsWith("deactivates ShuttingDown", StringComparison.Ordinal)));
    }

    [Fact]
    public void References_are_equal_when_their_grain_is()
    {
        Assert.Equal(Probe("a"), Probe("a"));
        Assert.NotEqual(Probe("a"), Probe("b"));
        Assert.Equal("a", Probe("a").GetPrimaryKeyString());
    }
}
