using Orleans;
using Orleans.Storage;
using PetitionMesh.Embedded.Activations;

namespace PetitionMesh.Embedded.Calls;

/// <summary>
/// One call: its arguments, the turn it takes and the answer its caller awaits. Answers never run the caller's
/// continuation inside the turn that gives them.
/// </summary>
internal sealed class Call<TArguments, TResult>(GrainMethod<TArguments, TResult> method, TArguments arguments, long sentAt)
    : PendingCall(sentAt)
    where TArguments : struct
{
    private readonly TaskCompletionSource<TResult> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Activation? _activation;
    private Task? _task;

    public Task<TResult> Answer => _answer.Task;

    internal override TurnRule Rule => method.Rule;

    internal override void Run(Activation activation)
    {
        _activation = activation;
        if (Answer.IsCompleted)
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
        if (_answer.TrySetException(exception)) Settle(method.Class.Host.Time.GetTimestamp(), failed: true);
    }

    internal override void Reroute(GrainClass grainClass, string key) => grainClass.Send(key, this);

    internal override void Expire(TimeSpan timeout)
    {
        var failure = new TimeoutException(
            $"No answer of {method.Class.Name}.{method.Name} within {timeout.TotalSeconds:0.###} s; whether it was done is unknown.");
        if (_answer.TrySetException(failure)) method.Counters.TimedOut();
    }

    private void Finish()
    {
        var now = method.Class.Host.Time.GetTimestamp();
        var task = _task!;
        var isAnswered = task.IsCompletedSuccessfully ? TryAnswer(task)
            : task.IsCanceled ? TryCancel(task)
            : TryFail(task);
        if (isAnswered) Settle(now, failed: !Answer.IsCompletedSuccessfully);
        _activation!.Finished(this, now);
    }

    private bool TryAnswer(Task task)
    {
        try
        {
            return _answer.TrySetResult(task is Task<TResult> typed ? method.Isolate(typed.Result) : default!);
        }
        catch (NotSupportedException failure)
        {
            return _answer.TrySetException(failure);
        }
    }

    private bool TryFail(Task task)
    {
        var failures = task.Exception!.InnerExceptions;
        if (failures[0] is InconsistentStateException outdated)
        {
            _activation!.Deactivate(new DeactivationReason(
                DeactivationReasonCode.ApplicationError, outdated, "The stored state is newer than this activation's."));
        }
        return _answer.TrySetException(failures);
    }

    private bool TryCancel(Task task)
    {
        try
        {
            task.GetAwaiter().GetResult();
            return false;
        }
        catch (OperationCanceledException cancelled)
        {
            return _answer.TrySetException(cancelled);
        }
    }

    private void Settle(long now, bool failed)
    {
        InFlightCalls.Remove(this);
        method.Counters.Ended(method.Class.Host.Time.GetElapsedTime(SentAt, now), failed);
    }
}
