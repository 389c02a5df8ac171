namespace PetitionMesh.Grains.ErrandDesks;

/// <summary>A complaint as it stands.</summary>
/// <param name="Registered">Null before it was registered.</param>
/// <param name="Circulated">Null before it was circulated; of several times the last.</param>
/// <param name="Checked">Null before it was checked.</param>
/// <param name="Answered">Null before it was answered.</param>
/// <param name="Key">Of its latest sealed text; null where all of it was made unreadable.</param>
/// <param name="Erased">Texts of it were made unreadable.</param>
public sealed record ComplaintState(
    ComplaintEvent.Registered? Registered,
    ComplaintEvent.Circulated? Circulated,
    ComplaintEvent.Checked? Checked,
    ComplaintEvent.Answered? Answered,
    DataKeyId? Key,
    bool Erased)
{
    public static ComplaintState Unknown { get; } = new(null, null, null, null, null, Erased: false);

    public ComplaintStatus Status => Answered is not null ? ComplaintStatus.Answered
        : Checked is not null ? ComplaintStatus.Checked
        : Circulated is not null ? ComplaintStatus.Circulating
        : ComplaintStatus.Registered;

    public static ComplaintState Evolve(ComplaintState state, ComplaintEvent @event) => @event switch
    {
        ComplaintEvent.Registered e when state.Registered is null => state with { Registered = e, Key = e.Content.Key },
        ComplaintEvent.Circulated e when state is { Registered: not null, Checked: null } => state with { Circulated = e },
        ComplaintEvent.Checked e when state is { Circulated: not null, Checked: null } => state with { Checked = e, Key = e.Findings.Key },
        ComplaintEvent.Answered e when state is { Checked: not null, Answered: null } => state with { Answered = e, Key = e.Text.Key },
        ComplaintEvent.ContentErased when state.Registered is not null => state with { Key = null, Erased = true },
        _ => throw new InvalidOperationException($"{@event.GetType().Name} cannot follow on a complaint."),
    };
}
