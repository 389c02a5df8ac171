using System.Collections.Concurrent;

namespace PetitionMesh.Embedded.Tests.Contract;

/// <summary>How tests and grains wait for each other without sleeping, and what the grains noted on the way.</summary>
public sealed class Signals
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _reached = new();
    private readonly ConcurrentQueue<string> _notes = new();

    public IReadOnlyList<string> Notes => [.. _notes];

    public void Note(string what)
    {
        _notes.Enqueue(what);
        Reach(what);
    }

    public void Reach(string what) => Of(what).TrySetResult();

    public Task Reached(string what) => Of(what).Task.WaitAsync(TimeSpan.FromSeconds(20));

    /// <summary>For grains: no bound, the test decides.</summary>
    public Task Until(string what) => Of(what).Task;

    private TaskCompletionSource Of(string what) =>
        _reached.GetOrAdd(what, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
}
