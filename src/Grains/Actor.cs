using System.Text.Json.Serialization;
using PetitionMesh.Grains.City;

namespace PetitionMesh.Grains;

/// <summary>Who acts, as the token says it. Every command carries its actor; deciders check rights again from it.</summary>
[GenerateSerializer, Immutable, Alias("petition-mesh.actor")]
public sealed record Actor(
    [property: Id(0)] string Subject,
    [property: Id(1)] string Name,
    [property: Id(2)] CourtId Court,
    [property: Id(3)] Role Role);

/// <summary>The roles of the courts' people.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<Role>))]
public enum Role
{
    /// <summary>Window clerk.</summary>
    Clerk,

    /// <summary>A leader who takes duty (W1).</summary>
    Leader,

    /// <summary>The petition office of a court.</summary>
    Office,

    /// <summary>The intermediate court's petition office; sees the city.</summary>
    Supervisor,

    /// <summary>Reviews closings (J6).</summary>
    LeadingGroup,

    /// <summary>A handler (承办人).</summary>
    Judge,

    /// <summary>Counts only.</summary>
    Reporter,

    /// <summary>Dashboard, health and metrics only.</summary>
    Ops,
}
