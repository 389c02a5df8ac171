namespace PetitionMesh.Embedded.Activations;

/// <summary>
/// The turns that wait for an activation, first come first served, as a list through the turns themselves: an idle
/// activation, of which there are hundreds of thousands, pays for no queue. Guarded by the activation's lock.
/// </summary>
internal struct WaitingLine
{
    private Turn? _first;
    private Turn? _last;
    private int _readers;
    private int _interleaving;

    public int Count { get; private set; }

    public void Add(Turn turn)
    {
        turn.Behind = null;
        if (_last is null) _first = turn;
        else _last.Behind = turn;
        _last = turn;
        Count++;
        Tally(turn.Rule, 1);
    }

    /// <summary>Whether one of them may run beside so many exclusive and reading turns; exact, and searches nothing.</summary>
    public readonly bool CanTake(int exclusive, int readers) =>
        _first is not null && (MayRun(_first.Rule, exclusive, readers) || _interleaving > 0 || (_readers > 0 && exclusive == 0));

    /// <summary>Takes the first that may run now, null if none may.</summary>
    public Turn? Take(int exclusive, int readers)
    {
        if (!CanTake(exclusive, readers)) return null;
        Turn? before = null;
        var turn = _first!;
        while (!MayRun(turn.Rule, exclusive, readers))
        {
            before = turn;
            turn = turn.Behind!;
        }
        return Remove(before, turn);
    }

    /// <summary>Empties the line and returns its former head.</summary>
    public Turn? Clear()
    {
        var first = _first;
        this = default;
        return first;
    }

    private static bool MayRun(TurnRule rule, int exclusive, int readers) => rule switch
    {
        TurnRule.Interleaving => true,
        TurnRule.ReadOnly => exclusive == 0,
        _ => exclusive == 0 && readers == 0,
    };

    private Turn Remove(Turn? before, Turn turn)
    {
        if (before is null) _first = turn.Behind;
        else before.Behind = turn.Behind;
        if (ReferenceEquals(_last, turn)) _last = before;
        turn.Behind = null;
        Count--;
        Tally(turn.Rule, -1);
        return turn;
    }

    private void Tally(TurnRule rule, int change)
    {
        if (rule == TurnRule.ReadOnly) _readers += change;
        else if (rule == TurnRule.Interleaving) _interleaving += change;
    }
}
