using PetitionMesh.Cluster.Load;

namespace PetitionMesh.Cluster.Running;

/// <summary>A kind of moment at which a process dies. Production code has no hook for it: the operating system and the database show when.</summary>
internal abstract class KillPoint
{
    /// <summary>In words, for the figures and the message of a failure.</summary>
    public abstract string Name { get; }

    /// <summary>Waits for the moment, kills the gateway with SIGKILL and leaves the rest of the world as it would be then.</summary>
    public abstract Task StrikeAsync(Workplace workplace, ReceptionLoad load, Random random);

    /// <summary>
    /// Some step of the clerks, chosen by the seed: when a registration has just set out, or just been acknowledged, and the others are
    /// wherever they are.
    /// </summary>
    public sealed class Anywhere : KillPoint
    {
        public override string Name => "anywhere";

        private const int UpTo = 100;

        private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

        public override async Task StrikeAsync(Workplace workplace, ReceptionLoad load, Random random)
        {
            var when = random.Next(1, UpTo + 1);
            await Deadline.UntilAsync($"the clerks take their {when}th step", Soon, load.StepsAsync(when), () => $"{load.Figures} {workplace.Gateway.Said}");
            await workplace.Gateway.KillAsync();
        }
    }
}
