using System.Text.Json.Serialization;

namespace PetitionMesh.Grains.Petitioners;

/// <summary>Kinds of identity document. A closed set; the words are part of the HTTP contract and of every identity's hash.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<IdType>))]
public enum IdType
{
    /// <summary>No document: only for letters, calls, mails and online petitions; the case then stands by itself.</summary>
    None = 0,
    ResidentId = 1,
    Passport = 2,
    Military = 3,
    HkMacaoPermit = 4,
    TaiwanPermit = 5,
    Other = 6,
}
