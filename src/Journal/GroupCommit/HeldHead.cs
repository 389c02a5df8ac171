namespace PetitionMesh.Journal.GroupCommit;

/// <summary>
/// The head as this process left it: what the next batch may be decided on before the store is asked. After a wrong guess the
/// store is asked first for a while, longer each time, because another process is writing too.
/// </summary>
internal sealed class HeldHead
{
    /// <summary>Most batches that ask first after a wrong guess.</summary>
    private const int LongestCaution = 64;

    private JournalHead? _head;
    private int _caution;
    private int _left;

    /// <summary>The head to guess from, or null when the store is to be asked. Forgotten with that, until the batch is known to be written.</summary>
    public JournalHead? Take()
    {
        var head = _head;
        _head = null;
        if (_left == 0)
            return head;
        _left--;
        return null;
    }

    /// <summary>A batch ended here.</summary>
    public void Hold(JournalHead head) => _head = head;

    public void WasRight() => _caution /= 2;

    public void WasWrong()
    {
        _caution = Math.Min(Math.Max(1, _caution * 2), LongestCaution);
        _left = _caution;
    }
}
