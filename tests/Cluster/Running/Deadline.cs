using System.Diagnostics;

namespace PetitionMesh.Cluster.Running;

/// <summary>
/// The only waiting of these tests: for a condition with an end, never for a length. What is so in this process says when it is; what is so
/// in another, in a database or on a disk is asked for again and again.
/// </summary>
internal static class Deadline
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(10);

    /// <returns>How long it took.</returns>
    /// <exception cref="TimeoutException">It never was; the message says what and carries <paramref name="found"/>.</exception>
    public static async Task<TimeSpan> UntilAsync(string what, TimeSpan within, Func<Task<bool>> isSo, Func<string>? found = null)
    {
        var watch = Stopwatch.StartNew();
        while (!await isSo())
        {
            if (watch.Elapsed > within)
                throw NotWithin(within, what, found);
            await Task.Delay(Between);
        }
        return watch.Elapsed;
    }

    public static Task<TimeSpan> UntilAsync(string what, TimeSpan within, Func<bool> isSo, Func<string>? found = null) =>
        UntilAsync(what, within, () => Task.FromResult(isSo()), found);

    /// <inheritdoc cref="UntilAsync(string, TimeSpan, Func{Task{bool}}, Func{string})"/>
    public static async Task<TimeSpan> UntilAsync(string what, TimeSpan within, Task isSo, Func<string>? found = null)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            await isSo.WaitAsync(within);
        }
        catch (TimeoutException) when (!isSo.IsCompleted)
        {
            throw NotWithin(within, what, found);
        }
        return watch.Elapsed;
    }

    private static TimeoutException NotWithin(TimeSpan within, string what, Func<string>? found) =>
        new($"Not within {within.TotalSeconds:0.#} s: {what}. {found?.Invoke()}");
}
