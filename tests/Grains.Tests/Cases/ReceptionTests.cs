using PetitionMesh.Grains.Cases;
using static PetitionMesh.Grains.Tests.Cases.CaseStory;

namespace PetitionMesh.Grains.Tests.Cases;

/// <summary>W3, W4, W5, W8 over the pure decider.</summary>
public sealed class ReceptionTests
{
    private static CaseStory AnOpenCase => NoCaseYet.When(Some.Reception());

    [Fact]
    public void W3_the_leader_who_first_receives_owns_the_case()
    {
        var first = NoCaseYet.When(Some.Reception());
        Assert.True(first.The<CaseEvent.Received>().First);
        Assert.Equal(Some.FirstReceiver, first.The<CaseEvent.OwnerFixed>().Owner);
        Assert.Equal(OwnerOrigin.FirstReceiver, first.The<CaseEvent.OwnerFixed>().Origin);
        Assert.Equal(CaseStatus.Open, first.State.Status);
        first.No<CaseEvent.Summoned>();
    }

    [Fact]
    public void W8_a_return_visit_at_another_court_summons_the_owner()
    {
        var repeat = AnOpenCase.When(Some.Reception(2, Some.XiShan, Some.SomeoneElse));
        Assert.Equal(Some.FirstReceiver, repeat.The<CaseEvent.Summoned>().Leader);
        Assert.Equal(2, repeat.The<CaseEvent.Received>().Number);
        Assert.False(repeat.The<CaseEvent.Received>().First);
        repeat.No<CaseEvent.OwnerFixed>();
        Assert.Equal(Some.FirstReceiver, repeat.State.Owner!.Leader);
        Assert.Contains(Some.XiShan, repeat.State.Courts);
    }

    [Fact]
    public void W8_nobody_is_summoned_when_the_owner_receives_himself() =>
        AnOpenCase.When(Some.Reception(2)).No<CaseEvent.Summoned>();

    [Theory]
    [InlineData(Channel.Letter)]
    [InlineData(Channel.Call)]
    [InlineData(Channel.Email)]
    [InlineData(Channel.Online)]
    public void W4_a_repeat_that_is_no_visit_puts_a_notice_on_the_owners_desk(Channel channel)
    {
        var repeat = AnOpenCase.When(Some.Reception(2, Some.XiShan, nobody: true, channel: channel));
        Assert.Equal((Some.FirstReceiver, channel), (repeat.The<CaseEvent.OwnerNotified>().Leader, repeat.The<CaseEvent.OwnerNotified>().Channel));
        repeat.No<CaseEvent.Summoned>();
    }

    [Fact]
    public void W3_a_later_entry_with_an_earlier_time_never_changes_the_owner_and_is_marked()
    {
        var entry = AnOpenCase.When(Some.Reception(2, Some.XiShan, Some.SomeoneElse, occurredAt: Some.Morning.AddHours(-1), now: Some.Morning));
        Assert.True(entry.The<CaseEvent.Received>().EarlierThanFirst);
        Assert.Equal(Some.FirstReceiver, entry.State.Owner!.Leader);
    }

    [Fact]
    public void W3_an_entry_after_the_day_itself_is_marked_late()
    {
        Assert.True(NoCaseYet.When(Some.Reception(now: Some.Morning.AddDays(1))).The<CaseEvent.Received>().Late);
        Assert.False(NoCaseYet.When(Some.Reception(now: Some.Morning.AddHours(14))).The<CaseEvent.Received>().Late);
    }

    [Fact]
    public void A_case_that_nobody_on_duty_received_is_pending_until_a_leader_takes_it()
    {
        var pending = NoCaseYet.When(Some.Reception(nobody: true, channel: Channel.Letter));
        Assert.Equal(CaseStatus.Pending, pending.State.Status);
        pending.No<CaseEvent.OwnerFixed>();

        var taken = pending.When(Some.Reception(2, Some.XiShan, Some.SomeoneElse));
        Assert.Equal(Some.SomeoneElse, taken.The<CaseEvent.OwnerFixed>().Owner);
        Assert.Equal(CaseStatus.Open, taken.State.Status);
        taken.No<CaseEvent.Summoned>();
    }

    [Fact]
    public void Deciding_the_same_reception_twice_writes_nothing() => Assert.Empty(AnOpenCase.When(Some.Reception()).Events);

    [Fact]
    public void W5_an_imported_case_keeps_the_owner_its_ledger_names_and_counts_from_one()
    {
        var imported = NoCaseYet.When(Some.Import(owner: Some.FirstReceiver));
        Assert.Equal(OwnerOrigin.Imported, imported.The<CaseEvent.OwnerFixed>().Origin);

        var visit = imported.When(Some.Reception(1, Some.XiShan, Some.SomeoneElse));
        Assert.Equal((1, false), (visit.The<CaseEvent.Received>().Number, visit.The<CaseEvent.Received>().First));
        Assert.Equal(Some.FirstReceiver, visit.The<CaseEvent.Summoned>().Leader);
        visit.No<CaseEvent.OwnerFixed>();
    }

    [Fact]
    public void W5_the_first_receiver_in_the_system_owns_an_imported_case_without_owner()
    {
        var visit = NoCaseYet.When(Some.Import()).When(Some.Reception(1, Some.XiShan, Some.SomeoneElse));
        Assert.Equal((Some.SomeoneElse, OwnerOrigin.FirstReceiver), (visit.The<CaseEvent.OwnerFixed>().Owner, visit.The<CaseEvent.OwnerFixed>().Origin));
    }

    [Fact]
    public void W3_an_import_names_no_owner_where_one_is_fixed() =>
        AnOpenCase.When(Some.Import(owner: Some.SomeoneElse)).No<CaseEvent.OwnerFixed>();

    [Theory]
    [InlineData(0, true)]
    [InlineData(365, true)]
    [InlineData(366, false)]
    public void W14_a_return_within_the_year_reopens_a_promise_and_undoes_its_count(int daysLater, bool reopens)
    {
        var ended = Some.Ended(EndingGround.WrittenUndertaking, CaseStatus.Provisional, Some.Today);
        var back = AnOpenCase.Given(ended).When(Some.Reception(2, occurredAt: Some.Morning.AddDays(daysLater)));
        if (reopens)
        {
            Assert.Equal(ended, back.The<CaseEvent.Reopened>().Undone);
            Assert.Equal(CaseStatus.Reopened, back.State.Status);
            Assert.False(back.The<CaseEvent.Received>().Returned);
        }
        else
        {
            back.No<CaseEvent.Reopened>();
            Assert.Equal(Some.Today.AddYears(1).AddDays(1), back.The<CaseEvent.BecameFinal>().On);
            Assert.Equal(CaseStatus.Resolved, back.State.Status);
            Assert.True(back.The<CaseEvent.Received>().Returned);
        }
    }

    [Theory]
    [InlineData(EndingGround.Terminated, CaseStatus.Terminated)]
    [InlineData(EndingGround.HandedOver, CaseStatus.HandedOver)]
    [InlineData(EndingGround.Retrial, CaseStatus.Resolved)]
    public void W14_a_return_after_a_final_end_is_a_repeat_of_the_same_owner_and_reopens_nothing(EndingGround ground, CaseStatus status)
    {
        var back = AnOpenCase.Given(Some.Ended(ground, status, Some.Today)).When(Some.Reception(2, Some.XiShan, Some.SomeoneElse));
        Assert.True(back.The<CaseEvent.Received>().Returned);
        Assert.Equal(2, back.The<CaseEvent.Received>().Number);
        Assert.Equal(status, back.State.Status);
        Assert.Equal(Some.FirstReceiver, back.The<CaseEvent.Summoned>().Leader);
        back.No<CaseEvent.Reopened>();
    }

    [Theory]
    [InlineData(Channel.Visit, Level.Local, false)]
    [InlineData(Channel.Visit, Level.City, true)]
    [InlineData(Channel.Letter, Level.Capital, true)]
    [InlineData(Channel.Video, Level.Capital, false)]
    public void S4_and_S10_a_level_is_skipped_above_the_courts_own_tier_and_never_by_video(Channel channel, Level level, bool skips)
    {
        Assert.Equal(skips, CaseDecider.SkipsLevel(Grains.City.CourtTier.Basic, channel, level));
        Assert.Equal(skips && level > Level.City, CaseDecider.SkipsLevel(Grains.City.CourtTier.Intermediate, channel, level));
    }

    [Fact]
    public void An_event_that_cannot_follow_throws() =>
        Assert.Throws<InvalidOperationException>(() => AnOpenCase.Given(AnOpenCase.The<CaseEvent.Received>() with { Number = 7 }));
}
