using System.Text.Json.Serialization;

namespace PetitionMesh.Grains.Cases.Closings;

/// <summary>J6, J9: who signs a closing report, from the bottom up.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<SignatureLayer>))]
public enum SignatureLayer
{
    /// <summary>包案领导</summary>
    Owner,

    /// <summary>The president of a basic court (院长).</summary>
    President,

    /// <summary>The supervising vice-president of the intermediate court (主管院长), or its president.</summary>
    IntermediateHead,

    /// <summary>The intermediate court's petition office, which forwards it.</summary>
    Office,

    /// <summary>The leading group reviews it.</summary>
    LeadingGroup,
}
