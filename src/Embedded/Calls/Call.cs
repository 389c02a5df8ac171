using Orleans;
using Orleans.Storage;
using PetitionMesh.Embedded.Activations;

namespace PetitionMesh.Embedded.Calls;

/// <summary>One call: its arguments, the turn it takes and the answer its caller awaits.</summary>
internal sealed class Call<TArguments, TResult>(GrainMethod<TArguments, TResult> method, TArguments arguments, long sentAt)
    : PendingCall(sentAt)
    where TArguments : struct
{
    private readonly TaskCompletionSource<TResult> _answer = new(method.Class.Host.AnswerOptions);
    private Activation? _activation;
    private Task? _task;
    private TResult? _result;
    private IReadOnlyList<Exception>? _failures;
    private int _isSettled;

    public Task<TResult> Answer => _answer.Task;

    internal override TurnRule Rule => method.Rule;

    internal override void Run(Activation activation)
    {
        _activation = activation;
        if (Volatile.Read(ref _isSettled) == 1)
        {
            // It timed out in line. Its caller knows only "unknown", so not to run it is a lawful outcome and spares the grain.
            activation.Finished(this, SentAt);
            return;
        }
        try
        {
            _task = method.Invoke(activation.Grain, arguments)
                ?? throw new InvalidOperationException($"{method.Class.Name}.{method.Name} returned null instead of a task.");
        }
#pragma warning disable CA1031 // Whatever the grain throws is its answer.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            _task = Task.FromException(failure);
        }
        if (_task.IsCompleted) Finish();
        else _task.GetAwaiter().UnsafeOnCompleted(Finish);
    }

    internal override void Fail(Exception exception)
    {
        if (TrySettle(default, [exception])) Answered(method.Class.Host.Time.GetTimestamp());
    }

    internal override void Reroute(GrainClass grainClass, string key) => grainClass.Send(key, this);

    internal override void Expire(TimeSpan timeout)
    {
        var failure = new TimeoutException(
            $"No answer of {method.Class.Name}.{method.Name} within {timeout.TotalSeconds:0.###} s; whether it was done is unknown.");
        if (!TrySettle(default, [failure])) return;
        method.Counters.TimedOut();
        method.Class.Host.Deliver(this);
    }

    internal override void Deliver()
    {
        if (_failures is null) _answer.SetResult(_result!);
        else _answer.SetException(_failures);
    }

    /// <summary>The turn ends before the answer is given, so that whoever has the answer finds the activation free.</summary>
    private void Finish()
    {
        var now = method.Class.Host.Time.GetTimestamp();
        var (result, failures) = Outcome(_task!);
        if (failures?[0] is InconsistentStateException outdated)
        {
            _activation!.Deactivate(new DeactivationReason(
                DeactivationReasonCode.ApplicationError, outdated, "The stored state is newer than this activation's."));
        }
        _activation!.Finished(this, now);
        if (TrySettle(result, failures)) Answered(now);
    }

    private (TResult? Result, IReadOnlyList<Exception>? Failures) Outcome(Task task)
    {
        if (task.Exception is { } failure) return (default, failure.InnerExceptions);
        try
        {
            task.GetAwaiter().GetResult();
            return (task is Task<TResult> typed ? method.Isolate(typed.Result) : default, null);
        }
#pragma warning disable CA1031 // A cancellation, or a result that cannot pass: both are answers.
        catch (Exception refused)
#pragma warning restore CA1031
        {
            return (default, [refused]);
        }
    }

    private bool TrySettle(TResult? result, IReadOnlyList<Exception>? failures)
    {
        if (Interlocked.Exchange(ref _isSettled, 1) == 1) return false;
        (_result, _failures) = (result, failures);
        return true;
    }

    /// <summary>Counted first: whoever has the answer finds it in the figures.</summary>
    private void Answered(long now)
    {
        InFlightCalls.Remove(this);
        var took = method.Class.Host.Time.GetElapsedTime(SentAt, now);
        method.Counters.Ended(took, failed: _failures is not null);
        method.Class.Host.Slowest.Ended(method.Class.Name, method.Name, took, failed: _failures is not null);
        method.Class.Host.Deliver(this);
    }
}
