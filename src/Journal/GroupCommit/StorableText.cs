using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Journal.GroupCommit;

/// <summary>
/// Texts that every store gives back as they were given: whole Unicode, no NUL. Half a character would be replaced on its way,
/// and the chain would hash something else than the caller meant.
/// </summary>
internal static class StorableText
{
    /// <exception cref="AppendRefusedException">One of the append's texts cannot be kept.</exception>
    public static void Check(Append append)
    {
        Check(append.Actor);
        Check(append.Court);
        foreach (var slice in append.Slices)
        {
            Check(slice.Stream.Value);
            foreach (var @event in slice.Events)
                Check(@event.Kind);
        }

        if (append.Command is { } command)
        {
            Check(command.Caller);
            Check(command.Key);
        }
    }

    /// <exception cref="AppendRefusedException">The text cannot be kept.</exception>
    public static void Check(string text)
    {
        if (text.Contains('\0') || (text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') && !IsWhole(text)))
            throw new AppendRefusedException("A text of this append holds NUL or half a character.");
    }

    private static bool IsWhole(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (!(char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])))
                return false;
            i++;
        }

        return true;
    }
}
