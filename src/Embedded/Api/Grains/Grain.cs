using Orleans.Runtime;
using PetitionMesh.Embedded.Activations;

namespace Orleans;

/// <summary>
/// The base of every grain class. It may only be built by a host: the constructor takes its context from the activation
/// that is just being created.
/// </summary>
public abstract class Grain : IGrainBase, IAddressable
{
    private readonly Activation _activation = Activation.Running
        ?? throw new InvalidOperationException("A grain is built by its host, never with new.");

    public IGrainContext GrainContext => _activation;

    protected IGrainFactory GrainFactory => _activation.Host;

    protected internal IServiceProvider ServiceProvider => _activation.ActivationServices;

    /// <summary>Runs as the first turn. If it throws, the waiting calls fail with the same exception and the next call tries anew.</summary>
    public virtual Task OnActivateAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Runs as the last turn; the token is cancelled when the host's bound for it has passed.</summary>
    public virtual Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Deactivates once the running calls have ended; waiting calls go to a new activation.</summary>
    protected void DeactivateOnIdle() =>
        _activation.Deactivate(new DeactivationReason(DeactivationReasonCode.ApplicationRequested, "DeactivateOnIdle was called."));

    /// <summary>Keeps the activation from idle collection for at least <paramref name="timeSpan"/>; a span of zero or less withdraws that.</summary>
    protected void DelayDeactivation(TimeSpan timeSpan) => _activation.DelayDeactivation(timeSpan);
}
