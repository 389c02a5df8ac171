using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PetitionMesh.Grains.Leaders;

namespace PetitionMesh.Grains.City;

/// <summary>The courts of a city and the leaders who take duty in them, as an office maintains them.</summary>
[GenerateSerializer, Immutable, Alias("petition-mesh.city-document")]
public sealed record CityDocument(
    [property: Id(0)] string Name,
    [property: Id(1)] string TimeZone,
    [property: Id(2)] ImmutableArray<Court> Courts,
    [property: Id(3)] ImmutableArray<Leader> Leaders);

/// <summary>A court. <paramref name="Code"/> is the court code in case numbers, for example <c>鲁9902</c>.</summary>
[GenerateSerializer, Immutable, Alias("petition-mesh.court")]
public sealed record Court(
    [property: Id(0)] CourtId Id,
    [property: Id(1)] string Code,
    [property: Id(2)] string Name,
    [property: Id(3)] CourtTier Tier,
    [property: Id(4)] ImmutableArray<string> Divisions);

[JsonConverter(typeof(CamelCaseEnumConverter<CourtTier>))]
public enum CourtTier
{
    Basic,
    Intermediate,
}

/// <summary>W1: a court leader, committee member or division head who takes duty.</summary>
[GenerateSerializer, Immutable, Alias("petition-mesh.leader")]
public sealed record Leader(
    [property: Id(0)] LeaderId Id,
    [property: Id(1)] CourtId Court,
    [property: Id(2)] string Name,
    [property: Id(3)] string Post,
    [property: Id(4)] LeaderRank Rank,
    [property: Id(5)] string? Division,
    [property: Id(6)] ImmutableArray<string> InChargeOf,
    [property: Id(7)] ImmutableArray<CourtId> LinkedCourts,
    [property: Id(8)] bool QuotaJudge,
    [property: Id(9)] bool Active);

/// <summary>W1: the ranks that take duty.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<LeaderRank>))]
public enum LeaderRank
{
    President,
    VicePresident,
    CommitteeMember,
    DivisionHead,
}
