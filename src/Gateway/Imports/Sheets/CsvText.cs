namespace PetitionMesh.Gateway.Imports.Sheets;

/// <summary>The characters of a CSV file, of which some can be given back and are then read again.</summary>
internal sealed class CsvText(TextReader text)
{
    private string _again = "";
    private int _at;

    /// <returns>-1 at the end of the file.</returns>
    public int Peek() => _at < _again.Length ? _again[_at] : text.Peek();

    /// <inheritdoc cref="Peek"/>
    public int Take() => _at < _again.Length ? _again[_at++] : text.Read();

    /// <summary>Takes the rest of the line and its end, which it returns.</summary>
    public int TakeLine()
    {
        int c;
        do
            c = Take();
        while (c >= 0 && c is not ('\r' or '\n'));
        return c;
    }

    public void GiveBack(string taken) => (_again, _at) = (string.Concat(taken, _again.AsSpan(_at)), 0);
}
