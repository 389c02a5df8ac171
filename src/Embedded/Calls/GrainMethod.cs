using System.Reflection;
using Orleans.Concurrency;
using PetitionMesh.Embedded.Activations;
using PetitionMesh.Embedded.Copying;
using PetitionMesh.Embedded.Figures;

namespace PetitionMesh.Embedded.Calls;

/// <summary>A contract's method on one class in one host, with its counters.</summary>
internal abstract class GrainMethod(MethodShape shape, GrainClass grainClass)
{
    public GrainClass Class { get; } = grainClass;

    public string Name { get; } = shape.Method.Name;

    public TurnRule Rule { get; } =
        grainClass.IsReentrant || shape.Method.IsDefined(typeof(AlwaysInterleaveAttribute)) ? TurnRule.Interleaving
        : shape.Method.IsDefined(typeof(ReadOnlyAttribute)) ? TurnRule.ReadOnly
        : TurnRule.Exclusive;

    public MethodCounters Counters { get; } = new();

    public static GrainMethod Create(MethodShape shape, GrainClass grainClass) => (GrainMethod)Activator.CreateInstance(
        typeof(GrainMethod<,>).MakeGenericType(shape.Arguments, shape.Result), BindingFlags.DoNotWrapExceptions, null, [shape, grainClass], null)!;
}

/// <inheritdoc/>
internal sealed class GrainMethod<TArguments, TResult>(MethodShape shape, GrainClass grainClass) : GrainMethod(shape, grainClass)
    where TArguments : struct
{
    // Null where all that passes is immutable: decided once, here.
    private readonly Func<TArguments, TArguments>? _copyArguments = ArgumentCopier.For<TArguments>(shape);
    private readonly Func<TResult, TResult>? _copyResult = ArgumentCopier.ForResult<TResult>(shape);

    /// <summary>Makes the call on the grain itself.</summary>
    public Func<object, TArguments, Task> Invoke { get; } = shape.Invoker.CreateDelegate<Func<object, TArguments, Task>>();

    public Task<TResult> Call(string key, TArguments arguments)
    {
        var host = Class.Host;
        if (_copyArguments is not null) arguments = _copyArguments(arguments);
        var call = new Call<TArguments, TResult>(this, arguments, host.Time.GetTimestamp());
        host.InFlight.Add(call);
        Class.Send(key, call);
        return call.Answer;
    }

    public TResult Isolate(TResult result) => _copyResult is null ? result : _copyResult(result);
}
