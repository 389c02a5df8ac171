namespace Orleans.Runtime;

/// <summary>The activation as its grain sees it.</summary>
public interface IGrainContext
{
    GrainId GrainId { get; }

    /// <summary>Null until the class has been built.</summary>
    object? GrainInstance { get; }

    /// <summary>The host's services. Unlike Orleans there is no scope per activation: idle activations must stay small.</summary>
    IServiceProvider ActivationServices { get; }

    /// <summary>Asks for the end of this activation, after the running calls.</summary>
    void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default);
}
