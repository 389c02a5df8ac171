namespace PetitionMesh.Grains.Sweeping;

/// <summary>The one sweeper of a court. Key: the court's id. Every process asks it in turn; it sweeps once per pause.</summary>
[Alias("petition-mesh.i-court-sweep")]
public interface ICourtSweepGrain : IGrainWithStringKey
{
    /// <summary>Sweeps what is due, unless it has just been done.</summary>
    /// <param name="now">By the asking process's clock.</param>
    /// <param name="pause">Nothing is done when the last sweep is less than half of this ago.</param>
    /// <returns>How many were asked; 0 when it has just been done.</returns>
    [Alias("sweep")]
    Task<int> SweepAsync(DateTimeOffset now, TimeSpan pause);
}
