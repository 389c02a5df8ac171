using System.Text.Json.Serialization;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Leaders;

namespace PetitionMesh.Grains.Cases;

/// <content>What became of a summons after it was sent (W8).</content>
[JsonDerivedType(typeof(SummonsAcknowledged), "case.summons-acknowledged.v1")]
[JsonDerivedType(typeof(SummonsAttended), "case.summons-attended.v1")]
[JsonDerivedType(typeof(SummonsArranged), "case.summons-arranged.v1")]
[JsonDerivedType(typeof(SummonsKept), "case.summons-kept.v1")]
[JsonDerivedType(typeof(SummonsMissed), "case.summons-missed.v1")]
[JsonDerivedType(typeof(SummonsEscalated), "case.summons-escalated.v1")]
public abstract partial record CaseEvent
{
    /// <summary>The events of a summons. <c>Leader</c> is who was called, <c>Place</c> the court that called him.</summary>
    public abstract record OfSummons : CaseEvent;

    /// <summary>The leader, or his court for him, has seen it.</summary>
    public sealed record SummonsAcknowledged(SummonsId Summons, CaseId Case, LeaderId Leader, CourtId Place, DateTimeOffset At) : OfSummons;

    /// <summary>He came to the reception place.</summary>
    public sealed record SummonsAttended(SummonsId Summons, CaseId Case, LeaderId Leader, CourtId Place, DateTimeOffset At) : OfSummons;

    /// <summary>W4: instead of coming at once he will meet the petitioner by appointment, by video or on site.</summary>
    /// <param name="For">When they will meet.</param>
    /// <param name="Where">Room, address or meeting number, or null.</param>
    public sealed record SummonsArranged(
        SummonsId Summons, CaseId Case, LeaderId Leader, CourtId Place, MeetingMode Mode, DateTimeOffset For, string? Where, DateTimeOffset At) : OfSummons;

    /// <summary>The arranged meeting took place.</summary>
    public sealed record SummonsKept(SummonsId Summons, CaseId Case, LeaderId Leader, CourtId Place, DateTimeOffset At) : OfSummons;

    /// <summary>The arranged meeting did not take place, or nobody recorded in time that it did.</summary>
    public sealed record SummonsMissed(SummonsId Summons, CaseId Case, LeaderId Leader, CourtId Place, string? Reason, DateTimeOffset At) : OfSummons;

    /// <summary>Nobody answered in time: told to the petition office of the leader's court.</summary>
    /// <param name="Office">Court whose petition office is told.</param>
    /// <param name="DueAt">Until when an answer was due.</param>
    /// <param name="At">When it was noted.</param>
    public sealed record SummonsEscalated(
        SummonsId Summons, CaseId Case, LeaderId Leader, CourtId Place, CourtId Office, DateTimeOffset DueAt, DateTimeOffset At) : OfSummons;
}
