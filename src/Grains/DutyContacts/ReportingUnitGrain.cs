using PetitionMesh.Grains.CourtDays;
using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Grains.DutyContacts;

/// <inheritdoc cref="IReportingUnitGrain"/>
public sealed class ReportingUnitGrain(IJournal journal)
    : JournaledGrain<ReportingUnitState, ReportingUnitEvent>(journal, Codecs.ReportingUnit, ReportingUnitState.Empty), IReportingUnitGrain
{
    private UnitId Unit => UnitId.Parse(this.GetPrimaryKeyString());

    protected override StreamId Stream => StreamId.Of(Unit);

    protected override ReportingUnitState Evolve(ReportingUnitState state, ReportingUnitEvent @event) => @event switch
    {
        ReportingUnitEvent.ContactNamed named => new ReportingUnitState(named),
        _ => throw new InvalidOperationException($"{@event.GetType().Name} cannot follow on a reporting unit."),
    };

    public async Task<bool> NameContactAsync(NameContact command)
    {
        if (State.Contact is { } known && (known.Name, known.Post, known.Phone) == (command.Name, command.Post, command.Phone))
            return true;
        ReportingUnitEvent[] events = [new ReportingUnitEvent.ContactNamed(Unit, command.Name, command.Post, command.Phone, command.Now)];
        return await AppendAsync(
            new Append([SliceOf(events)], command.Now, command.Actor.Subject, command.Actor.Court.Value, null, []),
            [.. events]) is AppendResult.Appended;
    }
}

/// <param name="Contact">Null until one is named.</param>
public sealed record ReportingUnitState(ReportingUnitEvent.ContactNamed? Contact)
{
    public static ReportingUnitState Empty { get; } = new(Contact: null);
}
