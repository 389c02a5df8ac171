namespace PetitionMesh.Cluster.Running;

/// <summary>A kind of moment at which a process dies. Production code has no hook for it: the operating system and the database show when.</summary>
internal abstract class KillPoint
{
    /// <summary>In words, for the figures and the message of a failure.</summary>
    public abstract string Name { get; }

    /// <summary>Waits for the moment, kills the gateway with SIGKILL and leaves the rest of the world as it would be then.</summary>
    public abstract Task StrikeAsync(Workplace workplace, Random random);

    /// <summary>Some moment within 200 ms, chosen by the seed.</summary>
    public sealed class Anywhere : KillPoint
    {
        public override string Name => "anywhere";

        public override async Task StrikeAsync(Workplace workplace, Random random)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(200))); // Not a wait for something: the delay is the seed's choice of the moment.
            await workplace.Gateway.KillAsync();
        }
    }
}
