using System.Text.Json.Serialization;

namespace PetitionMesh.Grains.Cases;

/// <summary>One recorded instruction. Derived from the caller and key of its command, so a repeat carries the same id.</summary>
[JsonConverter(typeof(TextIdConverter<InquiryId>))]
[GenerateSerializer, Immutable, Alias("petition-mesh.inquiry-id")]
public readonly record struct InquiryId([property: Id(0)] Guid Guid) : ITextId<InquiryId>
{
    public string Value => Guid.ToString("D");

    public static InquiryId Parse(string text) =>
        System.Guid.TryParseExact(text, "D", out var guid) ? new(guid) : throw new FormatException("Not an id of the form 8-4-4-4-12.");

    public override string ToString() => Value;
}

/// <summary>How an instruction was given.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<InquiryManner>))]
public enum InquiryManner
{
    /// <summary>当面</summary>
    InPerson,

    /// <summary>电话、消息</summary>
    Call,

    /// <summary>书面批示</summary>
    Written,

    /// <summary>会议</summary>
    Meeting,
}
