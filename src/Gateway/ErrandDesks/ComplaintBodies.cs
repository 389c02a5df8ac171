using System.ComponentModel.DataAnnotations;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.ErrandDesks;

namespace PetitionMesh.Gateway.ErrandDesks;

/// <summary>Body of <c>POST /api/complaints</c> (办不成事反映, Y6).</summary>
internal sealed record ComplaintBody
{
    /// <summary>A desk of the caller's court that is open.</summary>
    [Required] public string? DeskId { get; init; }

    [Required] public Channel? Channel { get; init; }

    /// <summary>接收日期; default today.</summary>
    public DateOnly? ReceivedOn { get; init; }

    /// <summary>What errand could not be done, 1 to 20,000 characters; sealed.</summary>
    [Required] public string? Content { get; init; }

    /// <summary>Of who complains, at most 100 characters; sealed.</summary>
    public string? Name { get; init; }

    /// <summary>Of who complains, at most 40 characters; sealed.</summary>
    public string? Phone { get; init; }

    /// <summary>What is said to have been done, of the list of forbidden conduct.</summary>
    public ForbiddenConduct[]? Alleged { get; init; }
}

/// <summary>Body of <c>POST /api/complaints/{complaintId}/circulate</c> (流转, Y6); it may go on to another division.</summary>
internal sealed record CirculateBody
{
    /// <summary>That checks it, at most 100 characters.</summary>
    [Required] public string? Division { get; init; }

    /// <summary>核查期限, until 24:00; default five days from today, or as few as the court has set.</summary>
    public DateOnly? DueOn { get; init; }
}

/// <summary>Body of <c>POST /api/complaints/{complaintId}/check</c> (核查, Y6).</summary>
internal sealed record CheckBody
{
    [Required] public CheckOutcome? Outcome { get; init; }

    /// <summary>By name, at most 100 characters.</summary>
    [Required] public string? CheckedBy { get; init; }

    /// <summary>核查情况, 1 to 20,000 characters; sealed.</summary>
    [Required] public string? Findings { get; init; }

    /// <summary>What was found, of the list of forbidden conduct: needed with <c>founded</c>, left out with <c>unfounded</c>.</summary>
    public ForbiddenConduct[]? Found { get; init; }
}

/// <summary>Body of <c>POST /api/complaints/{complaintId}/answer</c> (答复, Y6): once, and with it the complaint is closed.</summary>
internal sealed record ComplaintAnswerBody
{
    /// <summary>By name, at most 100 characters.</summary>
    [Required] public string? AnsweredBy { get; init; }

    [Required] public AnswerMeans? Means { get; init; }

    /// <summary>What was answered, 1 to 20,000 characters; sealed.</summary>
    [Required] public string? Text { get; init; }

    /// <summary>答复日期; default today.</summary>
    public DateOnly? On { get; init; }
}
