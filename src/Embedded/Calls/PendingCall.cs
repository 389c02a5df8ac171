using PetitionMesh.Embedded.Activations;

namespace PetitionMesh.Embedded.Calls;

/// <summary>A call whose caller still waits. It links itself into the host's list of calls in flight.</summary>
internal abstract class PendingCall(long sentAt) : Turn
{
    internal PendingCall? Earlier;
    internal PendingCall? Later;
    internal InFlightCalls.Stripe? Stripe;

    /// <summary>A timestamp of the host's clock.</summary>
    public long SentAt { get; } = sentAt;

    /// <summary>Tells the caller that the outcome is unknown. The grain goes on.</summary>
    internal abstract void Expire(TimeSpan timeout);

    /// <summary>Hands the settled answer to the caller; <see cref="EmbeddedHost.Deliver(PendingCall)"/> says where.</summary>
    internal abstract void Deliver();
}
