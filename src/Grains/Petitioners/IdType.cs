using System.Text.Json.Serialization;

namespace PetitionMesh.Grains.Petitioners;

/// <summary>Kinds of identity document. A closed set; the words are part of the HTTP contract and of every identity's hash.</summary>
public enum IdType
{
    /// <summary>No document: only for letters, calls, mails and online petitions; the case then stands by itself.</summary>
    [JsonStringEnumMemberName("none")] None = 0,
    [JsonStringEnumMemberName("residentId")] ResidentId = 1,
    [JsonStringEnumMemberName("passport")] Passport = 2,
    [JsonStringEnumMemberName("military")] Military = 3,
    [JsonStringEnumMemberName("hkMacaoPermit")] HkMacaoPermit = 4,
    [JsonStringEnumMemberName("taiwanPermit")] TaiwanPermit = 5,
    [JsonStringEnumMemberName("other")] Other = 6,
}
