namespace PetitionMesh.Gateway.Operators;

/// <summary>How far a long command has come, on the error output so that results can be piped. Silent when that is no terminal.</summary>
internal sealed class ProgressBar(string what) : IDisposable
{
    private const int Width = 30;
    private readonly bool _shown = !Console.IsErrorRedirected;
    private int _percent = -1;

    public void Show(long done, long total)
    {
        var percent = total <= 0 ? 100 : (int)(done * 100 / total);
        if (!_shown || percent == _percent)
            return;
        _percent = percent;
        var filled = percent * Width / 100;
        Console.Error.Write($"\r{what} [{new string('#', filled)}{new string('.', Width - filled)}] {percent,3}%  {done:N0}/{total:N0}");
    }

    public void Dispose()
    {
        if (_shown && _percent >= 0)
            Console.Error.WriteLine();
    }
}
