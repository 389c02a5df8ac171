namespace PetitionMesh.Simulation.Engine;

/// <summary>What goes wrong in a run and how often. Some runs are calm, the others draw a few kinds of trouble, so that each kind also meets few others.</summary>
internal sealed class Faults
{
    private readonly Chance _chance;
    private readonly TimeSpan _longestDelay;
    private readonly double _delay;
    private readonly double _unreachable;
    private readonly double _lostAnswer;
    private readonly double _lateCommit;
    private readonly double _refused;
    private readonly double _full;
    private readonly double _crash;
    private readonly double _freeze;
    private readonly int _poison;
    private bool _rest;

    public Faults(Chance chance)
    {
        _chance = chance;
        IsCalm = chance.Odds(0.15);
        _longestDelay = chance.Pick([TimeSpan.FromMilliseconds(20), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(12)]);
        _delay = Sometimes(0.05, 0.3);
        _unreachable = Sometimes(0.02, 0.1);
        _lostAnswer = Sometimes(0.05, 0.4);
        _lateCommit = Sometimes(0.05, 0.3);
        _refused = Sometimes(0.03, 0.2);
        _full = Sometimes(0.02, 0.1);
        _crash = Sometimes(0.0005, 0.004);
        _freeze = Sometimes(0.0003, 0.002);
        _poison = !IsCalm && chance.Odds(0.2) ? chance.Between(3, 8) : 0;
    }

    /// <summary>Nothing goes wrong at all: then nothing may time out either.</summary>
    public bool IsCalm { get; }

    /// <summary>A message takes so long; zero for most.</summary>
    public TimeSpan Delay() => Now(_delay) ? _chance.Between(TimeSpan.FromMilliseconds(1), _longestDelay) : TimeSpan.Zero;

    public bool Unreachable() => Now(_unreachable);

    public bool LosesAnswer() => Now(_lostAnswer);

    public bool CommitsLate() => Now(_lateCommit);

    public bool Refuses() => Now(_refused);

    public bool IsFull() => Now(_full);

    public bool Crashes() => Now(_crash);

    public bool Freezes() => Now(_freeze);

    public bool Even() => _chance.Odds(0.5);

    public TimeSpan Pause(double mostSeconds) => _chance.Between(TimeSpan.Zero, TimeSpan.FromSeconds(mostSeconds));

    /// <summary>Some commands are such that the store refuses their rows, whoever they are written with.</summary>
    public bool IsPoison(string key)
    {
        if (_rest || _poison == 0)
            return false;
        var sum = 7;
        foreach (var c in key)
            sum = unchecked((sum * 31) + c);
        return (sum & int.MaxValue) % _poison == 0;
    }

    /// <summary>From here on all is well: whoever still waits must be served.</summary>
    public void Rest() => _rest = true;

    private bool Now(double probability) => !_rest && _chance.Odds(probability);

    private double Sometimes(double least, double most) =>
        IsCalm || _chance.Odds(0.55) ? 0 : least + ((most - least) * _chance.Below(1000) / 1000);
}
