using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;

namespace PetitionMesh.Grains.ErrandDesks;

/// <summary>What happened to a complaint (Y6). Names and fields are on disk: add to them, never change them.</summary>
/// <remarks>Nothing of who complains is in the open: texts, name and phone are sealed, and whoever is named is an official. <c>By</c> is the name of who recorded it.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(Registered), "complaint.registered.v1")]
[JsonDerivedType(typeof(Circulated), "complaint.circulated.v1")]
[JsonDerivedType(typeof(Checked), "complaint.checked.v1")]
[JsonDerivedType(typeof(Answered), "complaint.answered.v1")]
[JsonDerivedType(typeof(ContentErased), "complaint.content-erased.v1")]
public abstract record ComplaintEvent
{
    /// <summary>Somebody could not get an errand done and said so.</summary>
    /// <param name="DeskName">Of the desk that took it, as it was called then.</param>
    /// <param name="Officer">Who was the desk's officer then.</param>
    /// <param name="Day">接收日期, a city day.</param>
    /// <param name="Alleged">What the complaint says was done, of the list; may be empty.</param>
    /// <param name="Content">What errand could not be done.</param>
    /// <param name="Name">Null where nobody said it, as with <paramref name="Phone"/>.</param>
    public sealed record Registered(
        ComplaintId Complaint,
        CourtId Court,
        ErrandDeskId Desk,
        string DeskName,
        string Officer,
        Channel Channel,
        DateOnly Day,
        ImmutableArray<ForbiddenConduct> Alleged,
        Sealed Content,
        Sealed? Name,
        Sealed? Phone,
        string By,
        DateTimeOffset At) : ComplaintEvent;

    /// <summary>流转: a division checks it. It may go on to another, which gets a day of its own.</summary>
    /// <param name="DueOn">核查期限: the last city day of the check.</param>
    /// <param name="Day">City day of the record.</param>
    public sealed record Circulated(ComplaintId Complaint, string Division, DateOnly DueOn, DateOnly Day, string By, DateTimeOffset At) : ComplaintEvent;

    /// <summary>核查.</summary>
    /// <param name="CheckedBy">By name.</param>
    /// <param name="Found">What was found, of the list: something when it is founded, nothing when it is not.</param>
    /// <param name="Day">City day of the record.</param>
    /// <param name="Late">After the last day.</param>
    public sealed record Checked(
        ComplaintId Complaint,
        CheckOutcome Outcome,
        string CheckedBy,
        Sealed Findings,
        ImmutableArray<ForbiddenConduct> Found,
        DateOnly Day,
        bool Late,
        string By,
        DateTimeOffset At) : ComplaintEvent;

    /// <summary>答复: once, and with it the complaint is closed.</summary>
    /// <param name="AnsweredBy">By name.</param>
    /// <param name="Day">答复日期, a city day.</param>
    public sealed record Answered(ComplaintId Complaint, string AnsweredBy, AnswerMeans Means, Sealed Text, DateOnly Day, string By, DateTimeOffset At) : ComplaintEvent;

    /// <summary>The keys of the texts so far were deleted.</summary>
    public sealed record ContentErased(ComplaintId Complaint, string Reason) : ComplaintEvent;

    private ComplaintEvent()
    {
    }
}
