using System.Diagnostics;

namespace PetitionMesh.Cluster.Running;

/// <summary>Asks again and again until something is so. The only waiting of these tests: a condition with an end, never a length.</summary>
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
                throw new TimeoutException($"Not within {within.TotalSeconds:0.#} s: {what}. {found?.Invoke()}");
            await Task.Delay(Between);
        }
        return watch.Elapsed;
    }

    public static Task<TimeSpan> UntilAsync(string what, TimeSpan within, Func<bool> isSo, Func<string>? found = null) =>
        UntilAsync(what, within, () => Task.FromResult(isSo()), found);
}
