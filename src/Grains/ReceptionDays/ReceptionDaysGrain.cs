using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Rosters;

namespace PetitionMesh.Grains.ReceptionDays;

/// <inheritdoc cref="IReceptionDaysGrain"/>
public sealed class ReceptionDaysGrain(IJournal journal, Vault vault, ICityDirectory city, ReceptionDaysTerms terms)
    : JournaledGrain<ReceptionDaysState, ReceptionDaysEvent>(journal, Codecs.ReceptionDays, ReceptionDaysState.Empty), IReceptionDaysGrain
{
    private RosterId Month => RosterId.Parse(this.GetPrimaryKeyString());

    protected override StreamId Stream => StreamId.OfReceptionDays(Month);

    protected override ReceptionDaysState Evolve(ReceptionDaysState state, ReceptionDaysEvent @event) => ReceptionDaysEvolution.Evolve(state, @event);

    public async Task<ActReply> DoAsync(ReceptionDaysCommand command)
    {
        var (contact, sealing) = command.Act is ReceptionDayAct.Book book ? await SealAsync(book) : default;
        var decision = ReceptionDaysDecider.Decide(State, command, Month, terms, contact);
        if (decision.Refusal is { } refusal)
            return await IsOutdatedAsync() ? Outdated() : ActReply.Refused(refusal);
        var after = decision.Events.Aggregate(State, ReceptionDaysEvolution.Evolve);
        var id = command.Id;
        var status = command.Act is ReceptionDayAct.Book ? 201 : 200;
        var record = new CommandRecord(id.Caller, id.Key, id.BodyHash, status, ImmutableCollectionsMarshal.AsImmutableArray(AnswerAfter(after, command.Act)));
        if (decision.Events.IsEmpty && !id.Recorded)
            return ActReply.Done(record);
        var append = AppendOf(decision.Events, command.Actor, command.Now, id.Recorded ? record : null, sealing?.Rows ?? []);
        var result = await AppendAsync(append with { Erased = ErasedBy(decision.Events) }, decision.Events);
        if (result is AppendResult.Appended && sealing is { } used)
            vault.Keep(used.Key);
        return ActReply.Of(record, result);
    }

    public Task<ImmutableArray<ReceptionDay>> DaysAsync() => Task.FromResult<ImmutableArray<ReceptionDay>>([.. State.Days.Values]);

    public async Task<int> EndAsync(DateTimeOffset now)
    {
        var sweeper = new Actor("system", "system", Month.Court, Role.Supervisor);
        var command = new ReceptionDaysCommand(new CommandId("system", "sweep", [], Recorded: false), sweeper, now, new ReceptionDayAct.End());
        var events = ReceptionDaysDecider.Decide(State, command, Month, terms).Events;
        if (!events.IsEmpty)
            await AppendAsync(new Append([SliceOf(events)], now, sweeper.Subject, Month.Court.Value, null, []) { Erased = ErasedBy(events) }, events);
        return events.Count(e => e is ReceptionDaysEvent.DayEnded);
    }

    /// <summary>Whose data key it is: one appointment's, so that it can be deleted by itself.</summary>
    private static string SubjectOf(AppointmentNumber number) => $"appointment/{number}";

    private static ImmutableArray<string> ErasedBy(ImmutableArray<ReceptionDaysEvent> events) =>
        [.. events.OfType<ReceptionDaysEvent.ContactsErased>().SelectMany(e => e.Numbers).Select(SubjectOf)];

    private async ValueTask<(Contact? Contact, SealingKey? Key)> SealAsync(ReceptionDayAct.Book book)
    {
        if (book.Name is null && book.Phone is null && book.Matter is null)
            return default;
        var number = ReceptionDaysDecider.NextNumber(State, Month.Court, book.Date);
        var sealing = await vault.NewAsync(SubjectOf(number));
        Sealed? Close(string field, Secret? text) => text is { } some ? sealing.Key.Seal(number.Value, field, some.Value) : null;
        return (new Contact(Close(Contact.NameField, book.Name), Close(Contact.PhoneField, book.Phone), Close(Contact.MatterField, book.Matter)), sealing);
    }

    private byte[] AnswerAfter(ReceptionDaysState after, ReceptionDayAct act)
    {
        byte[] Day(DateOnly date) => JsonSerializer.SerializeToUtf8Bytes(
            ReceptionDayStanding.Of(after.On(date)!, Month.Court, city.Current), AnswersJson.Readable.ReceptionDayStanding);
        byte[] Slip(AppointmentNumber number) => JsonSerializer.SerializeToUtf8Bytes(
            AppointmentStanding.Of(after.On(number.Date)!, after.Find(number)!, city.Current), AnswersJson.Readable.AppointmentStanding);
        return act switch
        {
            ReceptionDayAct.Announce a => Day(a.Date),
            ReceptionDayAct.Close a => Day(a.Date),
            ReceptionDayAct.Withdraw a => Day(a.Date),
            ReceptionDayAct.Book a => Slip(after.On(a.Date)!.Appointments[^1].Number),
            ReceptionDayAct.Cancel a => Slip(a.Number),
            ReceptionDayAct.Attend a => Slip(a.Number),
            _ => throw new ArgumentOutOfRangeException(nameof(act), act.GetType().Name, "Nobody waits for the answer of this act."),
        };
    }

    private ActReply Outdated()
    {
        DeactivateOnIdle();
        return ActReply.Beaten;
    }
}
