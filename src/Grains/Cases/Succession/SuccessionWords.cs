using System.Text.Json.Serialization;

namespace PetitionMesh.Grains.Cases;

/// <summary>W3: why another leader takes a case over.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<SuccessionGround>))]
public enum SuccessionGround
{
    /// <summary>调离、退休、免职</summary>
    PostLeft,
    LongLeave,
    Recusal,
}

/// <summary>Why an owner must recuse himself: he decided the original lawsuit, enforced it, is named in the matter, or as the reason says.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<RecusalGround>))]
public enum RecusalGround
{
    Decided,
    Enforced,
    Named,
    Other,
}

/// <summary>Why an open case has no active owner.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<VacancyGround>))]
public enum VacancyGround
{
    /// <summary>No leader has received it yet.</summary>
    Pending,

    /// <summary>The owner has recused himself.</summary>
    Recused,

    /// <summary>The owner has left his post.</summary>
    Left,

    /// <summary>The owner is on long leave.</summary>
    LongLeave,
}
