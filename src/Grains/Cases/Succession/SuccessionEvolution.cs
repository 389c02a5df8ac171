namespace PetitionMesh.Grains.Cases;

/// <summary>What each event makes of the hands a case is in.</summary>
internal static class SuccessionEvolution
{
    /// <summary>Null when the event cannot follow.</summary>
    public static CaseState? Evolve(CaseState state, CaseEvent.OfSuccession @event) => @event switch
    {
        CaseEvent.OwnerRelieved e when state.Owner?.Leader == e.Leader => state with
        {
            Hands = state.Hands with { Relieved = true, Recused = state.Hands.Recused.Contains(e.Leader) ? state.Hands.Recused : state.Hands.Recused.Add(e.Leader) },
        },
        CaseEvent.OwnerSucceeded e when state.Owner?.Leader == e.From => state,
        CaseEvent.OfficeReminded e when state.Exists => state with { Hands = state.Hands with { Reminded = new Reminder(e.Leader, e.Since) } },
        _ => null,
    };

    /// <summary>A new owner, by whatever right, ends what was before.</summary>
    public static Hands Own(Hands hands, CaseEvent.OwnerFixed owner) => hands with
    {
        FirstReceiver = hands.FirstReceiver ?? (owner.Origin == OwnerOrigin.FirstReceiver ? owner.Owner : null),
        Relieved = false,
        Untold = [],
    };

    public static Hands Receive(Hands hands, CaseEvent.Received received) => hands.Relieved
        ? hands with { Untold = hands.Untold.Add(new Untold(received.Reception, received.Channel, received.Receiver)) }
        : hands;
}
