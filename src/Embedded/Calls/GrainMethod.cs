using System.Collections.Concurrent;
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
    /// <summary>What is compiled for a method, once per process and not per host.</summary>
    private static readonly ConcurrentDictionary<MethodInfo, Compiled> s_compiled = new();

    private readonly Compiled _compiled = s_compiled.GetOrAdd(shape.Method, static (_, shape) => new Compiled(
        ArgumentCopier.For<TArguments>(shape),
        ArgumentCopier.ForResult<TResult>(shape),
        shape.Invoker.CreateDelegate<Func<object, TArguments, Task>>()), shape);

    /// <summary>Makes the call on the grain itself.</summary>
    public Func<object, TArguments, Task> Invoke => _compiled.Invoke;

    public Task<TResult> Call(string key, TArguments arguments)
    {
        var host = Class.Host;
        if (_compiled.CopyArguments is { } copy) arguments = copy(arguments);
        var call = new Call<TArguments, TResult>(this, arguments, host.Time.GetTimestamp());
        host.InFlight.Add(call);
        Class.Send(key, call);
        return call.Answer;
    }

    public TResult Isolate(TResult result) => _compiled.CopyResult is { } copy ? copy(result) : result;

    /// <summary>A copier is null where all that passes is immutable.</summary>
    private sealed record Compiled(
        Func<TArguments, TArguments>? CopyArguments, Func<TResult, TResult>? CopyResult, Func<object, TArguments, Task> Invoke);
}
