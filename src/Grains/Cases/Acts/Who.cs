namespace PetitionMesh.Grains.Cases.Acts;

/// <summary>Who may do an act. Several may; all but <see cref="Supervisor"/> and the layers of a signature belong to a court that takes part.</summary>
[Flags]
public enum Who
{
    Nobody = 0,
    Clerk = 1,

    /// <summary>The owner himself (J4).</summary>
    Owner = 2,
    AnyLeader = 4,
    Office = 8,
    Supervisor = 16,

    /// <summary>A handler (承办人).</summary>
    Judge = 32,
    LeadingGroup = 64,

    /// <summary>President of a court that takes part.</summary>
    President = 128,
}
