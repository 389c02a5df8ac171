namespace PetitionMesh.Grains.Duties;

/// <summary>The log of one shift (W2). Key: court, day and shift, <c>dg/2026-11-20/morning</c>.</summary>
[Alias("petition-mesh.i-duty-log")]
public interface IDutyLogGrain : IGrainWithStringKey
{
    /// <summary>Writes the log, or writes it anew. Answers with a <see cref="DutyLogAnswer"/>.</summary>
    [Alias("write")]
    Task<ActReply> WriteAsync(WriteDutyLog command);

    /// <summary>The log as it stands, or null.</summary>
    [ReadOnly, Alias("standing")]
    Task<DutyLogStanding?> StandingAsync();
}
