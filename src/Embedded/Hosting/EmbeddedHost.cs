using System.Collections.Frozen;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Orleans;
using PetitionMesh.Embedded.Activations;
using PetitionMesh.Embedded.Calls;
using PetitionMesh.Embedded.Figures;
using PetitionMesh.Embedded.Hosting;
using PetitionMesh.Embedded.Reminders;

namespace PetitionMesh.Embedded;

/// <summary>
/// Grains of one process behind the public API of Microsoft Orleans. It runs no thread of its own and, given an executor
/// and a clock, nothing outside them. <see cref="Dispose"/> without <see cref="StopAsync"/> is what a crash leaves behind.
/// </summary>
public sealed class EmbeddedHost : IClusterClient, IHostedService, IDisposable
{
    /// <summary>The execution context of nobody, as a thread of the pool has it; null until one has said so.</summary>
    private static volatile ExecutionContext? s_clean;

    private readonly FrozenDictionary<Type, GrainClass[]> _classesByContract;
    private readonly FrozenDictionary<string, GrainClass> _classesByName;
    private readonly FallbackServices _services;
    private readonly IdleSweep _idle;
    private readonly CancellationTokenSource _aborted = new();
    private readonly DateTimeOffset _begun;
    private readonly bool _usesThreadPool;
    private volatile bool _isStopping;
    private volatile bool _isDead;

    /// <param name="services">What grains are built from; a storage or reminder table not found there is kept in memory.</param>
    /// <param name="options">Copied by nobody: leave them alone afterwards.</param>
    /// <param name="grainAssemblies">Where grain classes are looked for, besides those of the options.</param>
    /// <exception cref="ArgumentException">Two grain classes carry the same name, or an option is out of bounds.</exception>
    public EmbeddedHost(IServiceProvider services, EmbeddedHostOptions options, params Assembly[] grainAssemblies)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        Options = options;
        Time = options.Time;
        Log = services.GetService<ILoggerFactory>()?.CreateLogger<EmbeddedHost>() ?? NullLogger<EmbeddedHost>.Instance;
        InFlight = new InFlightCalls(Time, options.ResponseTimeout);
        _services = new FallbackServices(services, this);
        _usesThreadPool = options.Executor == TaskScheduler.Default;
        if (_usesThreadPool) ThreadPool.UnsafeQueueUserWorkItem(static _ => s_clean = ExecutionContext.Capture(), null);
        _begun = Time.GetUtcNow();
        var classes = GrainScan.ClassesIn([.. options.GrainAssemblies, .. grainAssemblies]).Select(type => new GrainClass(this, type)).ToArray();
        _classesByName = GrainScan.ByName(classes);
        _classesByContract = GrainScan.ByContract(classes);
        _idle = new IdleSweep(this);
        Reminders = new ReminderClock(this);
        Slowest = new SlowestCalls(Time);
    }

    public IServiceProvider ServiceProvider => _services;

    internal EmbeddedHostOptions Options { get; }

    internal TimeProvider Time { get; }

    internal ILogger Log { get; }

    internal InFlightCalls InFlight { get; }

    internal ReminderClock Reminders { get; }

    internal SlowestCalls Slowest { get; }

    /// <inheritdoc cref="Deliver(PendingCall)"/>
    internal TaskCreationOptions AnswerOptions =>
        _usesThreadPool ? TaskCreationOptions.RunContinuationsAsynchronously : TaskCreationOptions.None;

    internal bool IsStopping => _isStopping;

    /// <summary>Cancelled when the host is disposed.</summary>
    internal CancellationToken Aborted => _aborted.Token;

    internal IEnumerable<GrainClass> Classes => _classesByName.Values;

    public TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithStringKey
    {
        ArgumentException.ThrowIfNullOrEmpty(primaryKey);
        return (TGrainInterface)(object)ClassFor(typeof(TGrainInterface), grainClassNamePrefix).Reference(typeof(TGrainInterface), primaryKey);
    }

    public IGrain GetGrain(Type grainInterfaceType, string grainPrimaryKey)
    {
        ArgumentNullException.ThrowIfNull(grainInterfaceType);
        ArgumentException.ThrowIfNullOrEmpty(grainPrimaryKey);
        return (IGrain)(object)ClassFor(grainInterfaceType, null).Reference(grainInterfaceType, grainPrimaryKey);
    }

    /// <summary>Loads the reminders and starts their clock. Calls work without it.</summary>
    public Task StartAsync(CancellationToken cancellationToken) => Reminders.StartAsync(cancellationToken);

    /// <summary>Ends all activations, awaiting their OnDeactivateAsync within the option's bound; no new one begins.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _isStopping = true;
        Reminders.Dispose();
        _idle.Dispose();
        var reason = new DeactivationReason(DeactivationReasonCode.ShuttingDown, "The host is stopping.");
        var endings = Classes.OrderBy(grainClass => grainClass.Name, StringComparer.Ordinal)
            .SelectMany(grainClass => grainClass.Activations.OrderBy(activation => activation.Key, StringComparer.Ordinal))
            .Select(activation => activation.EndAsync(reason)).ToArray();
        try
        {
            await Task.WhenAll(endings).WaitAsync(Options.DeactivationTimeout, Time, cancellationToken);
        }
        catch (TimeoutException)
        {
            HostLog.StopAbandoned(Log, endings.Count(ending => !ending.IsCompleted), Options.DeactivationTimeout);
        }
    }

    /// <summary>Counters since the host began; cheap enough to ask every second.</summary>
    public HostFigures Figures()
    {
        var now = Time.GetUtcNow();
        return new HostFigures(
            now, now - _begun,
            [.. Classes.OrderBy(c => c.Name, StringComparer.Ordinal).Select(c => new ClassFigures(c.Name, c.ActivationCount))],
            [.. Classes.OrderBy(c => c.Name, StringComparer.Ordinal).SelectMany(c => c.Contracts).SelectMany(contract => contract.Methods)
                .Select(method => method.Counters.Read(method.Class.Name, method.Name))])
        {
            Slowest = Slowest.Read(),
            Reminders = Reminders.Read(),
        };
    }

    /// <summary>Ends at once, as a crash does: no turn runs any more and no caller gets an answer.</summary>
    public void Dispose()
    {
        _isStopping = true;
        _isDead = true;
        Reminders.Dispose();
        _idle.Dispose();
        InFlight.Dispose();
        _aborted.Cancel();
    }

    /// <summary>Queues a slice. The pool takes the activation itself, which spares a task and leaves the caller's context behind.</summary>
    internal void Execute(Activation activation)
    {
        if (_isDead) return;
        if (_usesThreadPool) ThreadPool.UnsafeQueueUserWorkItem(activation, preferLocal: true);
        else Run(static activation => ((Activation)activation!).RunOnExecutor(), activation);
    }

    /// <summary>
    /// Runs a slice for a call that found its activation at rest. On the thread pool the caller's own thread takes it: nobody
    /// else would be served sooner by a hand-over, and a call answered from memory costs none. The slice is short, so that the
    /// caller is soon back, and the caller's execution context stays behind as it does on the pool.
    /// </summary>
    internal void ExecuteCalled(Activation activation)
    {
        if (_isDead) return;
        if (_usesThreadPool && s_clean is { } clean && RuntimeHelpers.TryEnsureSufficientExecutionStack())
            ExecutionContext.Run(clean, static activation => ((Activation)activation!).RunOnCaller(), activation);
        else
            Execute(activation);
    }

    /// <summary>Runs something on the executor, without the caller's execution context.</summary>
    internal void Run(Action<object?> action, object state)
    {
        if (_isDead) return;
        if (ExecutionContext.IsFlowSuppressed()) Start();
        else using (ExecutionContext.SuppressFlow()) Start();

        void Start() => Task.Factory.StartNew(action, state, CancellationToken.None, TaskCreationOptions.DenyChildAttach, Options.Executor);
    }

    /// <summary>
    /// Answers never run the caller's continuation inside the turn that gives them. On the thread pool the flag of
    /// <see cref="AnswerOptions"/> sees to that. With another executor the answer is a work item of its own: that flag would send
    /// some continuations, such as those of Task.WhenAll, to the thread pool.
    /// </summary>
    internal void Deliver(PendingCall call)
    {
        if (_usesThreadPool) call.Deliver();
        else Run(static call => ((PendingCall)call!).Deliver(), call);
    }

    /// <inheritdoc cref="Deliver(PendingCall)"/>
    internal void Deliver(TaskCompletionSource completion)
    {
        if (_usesThreadPool) completion.TrySetResult();
        else Run(static completion => ((TaskCompletionSource)completion!).TrySetResult(), completion);
    }

    internal void NoteActivation() => _idle.Arm();

    internal GrainClass? ClassNamed(string name) => _classesByName.GetValueOrDefault(name);

    private GrainClass ClassFor(Type contract, string? prefix)
    {
        if (!_classesByContract.TryGetValue(contract, out var classes))
            throw new ArgumentException($"No grain class in the given assemblies implements {contract}.");
        if (classes.Length == 1 && prefix is null) return classes[0];
        var fitting = Array.FindAll(classes, c => prefix is null || c.Type.FullName!.StartsWith(prefix, StringComparison.Ordinal));
        return fitting is [var only]
            ? only
            : throw new ArgumentException($"{fitting.Length} grain classes implement {contract}{(prefix is null ? "" : " below " + prefix)}; there must be one.");
    }
}
