using PetitionMesh.Grains.Cases;

namespace PetitionMesh.Grains.FirstRequests;

/// <summary>A first request as it stands.</summary>
/// <param name="Received">Null before it was registered.</param>
/// <param name="PassedTo">The body it was passed on to last.</param>
public sealed record FirstRequestState(FirstRequestEvent.Received? Received, string? PassedTo, DateOnly? DoneOn, CaseId? Case, bool Filed, bool Erased)
{
    public static FirstRequestState Unknown { get; } = new(null, null, null, null, Filed: false, Erased: false);

    public RequestStatus Status => Case is not null ? RequestStatus.Entered : DoneOn is not null ? RequestStatus.Done : RequestStatus.Open;

    public static FirstRequestState Evolve(FirstRequestState state, FirstRequestEvent @event) => @event switch
    {
        FirstRequestEvent.Received e => state with { Received = e },
        FirstRequestEvent.PassedOn e => state with { PassedTo = e.To },
        FirstRequestEvent.Finished e => state with { DoneOn = e.Day },
        FirstRequestEvent.Entered e => state with { Case = e.Case },
        FirstRequestEvent.Filed => state with { Filed = true },
        FirstRequestEvent.ContentErased => state with { Erased = true },
        _ => throw new InvalidOperationException($"{@event.GetType().Name} cannot follow on a first request."),
    };
}
