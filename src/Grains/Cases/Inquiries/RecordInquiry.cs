using PetitionMesh.Grains.Leaders;

namespace PetitionMesh.Grains.Cases;

/// <summary>An instruction on a case pending before a judge is to be recorded.</summary>
[GenerateSerializer, Immutable, Alias("petition-mesh.record-inquiry")]
public sealed record RecordInquiry(
    [property: Id(0)] CommandId Id,
    [property: Id(1)] Actor Actor,
    [property: Id(2)] DateTimeOffset Now,
    [property: Id(3)] LeaderId? By,
    [property: Id(4)] string ByName,
    [property: Id(5)] string To,
    [property: Id(6)] string What,
    [property: Id(7)] InquiryManner Manner,
    [property: Id(8)] DateTimeOffset GivenAt)
{
    public InquiryId Inquiry => new(Id.Derive("inquiry"));
}

/// <summary>What recording one answers.</summary>
[GenerateSerializer, Immutable, Alias("petition-mesh.inquiry-answer")]
public sealed record InquiryAnswer([property: Id(0)] CaseId CaseId, [property: Id(1)] InquiryId InquiryId);
