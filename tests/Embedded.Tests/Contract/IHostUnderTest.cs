using Orleans;

namespace PetitionMesh.Embedded.Tests.Contract;

/// <summary>A grain host that keeps the contract, whichever it is.</summary>
public interface IHostUnderTest : IAsyncDisposable
{
    IGrainFactory Grains { get; }

    /// <summary>The singleton that the host's grains get, too.</summary>
    Signals Signals { get; }

    /// <summary>How long a caller waits for an answer.</summary>
    TimeSpan ResponseTimeout { get; }

    /// <summary>How long an activation may be idle.</summary>
    TimeSpan IdleAfter { get; }

    /// <summary>Lets so much of the host's time pass.</summary>
    Task PassAsync(TimeSpan span);

    /// <summary>Lets just so much of the host's time pass and waits until what falls due at its end has noted <paramref name="signal"/>.</summary>
    Task PassAsync(TimeSpan span, string signal);

    /// <summary>Lets so much of the time pass by which the host tells how long an activation was idle.</summary>
    Task PassIdleAsync(TimeSpan span);

    Task StopAsync();
}
