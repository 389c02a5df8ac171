using System.Text.Json.Serialization;
using PetitionMesh.Grains.Leaders;

namespace PetitionMesh.Grains.Cases;

/// <content>Instructions on a matter that is still pending before a judge: recorded for ever, with who, when, what and to whom.</content>
[JsonDerivedType(typeof(InquiryRecorded), "case.inquiry-recorded.v1")]
public abstract partial record CaseEvent
{
    /// <summary>Somebody instructed or asked about a case that a judge still has to decide. Nothing takes the record back.</summary>
    /// <param name="By">Leader id, or null for somebody outside the city's list.</param>
    /// <param name="ByName">Name and post as given.</param>
    /// <param name="To">Whom he told: the judge or official.</param>
    /// <param name="What">What he said. Not sealed, because it must outlive every deletion: the form asks for no personal data of petitioners.</param>
    /// <param name="GivenAt">When he said it.</param>
    public sealed record InquiryRecorded(
        CaseId Case,
        InquiryId Inquiry,
        LeaderId? By,
        string ByName,
        string To,
        string What,
        InquiryManner Manner,
        DateTimeOffset GivenAt,
        DateTimeOffset At) : CaseEvent;
}
