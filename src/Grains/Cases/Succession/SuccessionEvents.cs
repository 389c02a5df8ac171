using System.Text.Json.Serialization;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Leaders;

namespace PetitionMesh.Grains.Cases;

/// <content>How a case changes hands (W3): by recorded succession only, with reason, approver and date.</content>
[JsonDerivedType(typeof(OwnerRelieved), "case.owner-relieved.v1")]
[JsonDerivedType(typeof(OwnerSucceeded), "case.owner-succeeded.v1")]
[JsonDerivedType(typeof(SummonsPassed), "case.summons-passed.v1")]
[JsonDerivedType(typeof(OfficeReminded), "case.office-reminded.v1")]
public abstract partial record CaseEvent
{
    /// <summary>The events of a change of hands; the new owner himself is an <see cref="OwnerFixed"/> that follows.</summary>
    public abstract record OfSuccession : CaseEvent;

    /// <summary>The owner must recuse himself. Until somebody is named the case is on the list of those without an active owner.</summary>
    /// <param name="On">City day of the approval.</param>
    public sealed record OwnerRelieved(
        CaseId Case, LeaderId Leader, RecusalGround Ground, string Reason, LeaderId ApprovedBy, DateOnly On, DateTimeOffset At) : OfSuccession;

    /// <summary>Another leader takes the case over. The first receiver stays visible for ever.</summary>
    /// <param name="On">City day of the approval.</param>
    /// <param name="AlreadyEnded">True when the case had ended, else null.</param>
    public sealed record OwnerSucceeded(
        CaseId Case,
        LeaderId From,
        LeaderId To,
        CourtId Court,
        SuccessionGround Ground,
        string Reason,
        LeaderId ApprovedBy,
        DateOnly On,
        DateTimeOffset At,
        bool? AlreadyEnded = null) : OfSuccession;

    /// <summary>W8: a summons that was not settled passes to the new owner with the case.</summary>
    /// <param name="Leader">Who is called from now on.</param>
    public sealed record SummonsPassed(SummonsId Summons, CaseId Case, LeaderId Leader, CourtId Place, LeaderId From, DateTimeOffset At) : OfSummons;

    /// <summary>W3: the case has been without an active owner for more than one working day; its petition office is reminded, once for each time.</summary>
    /// <param name="Leader">The owner who is away, or null when there never was one.</param>
    /// <param name="Since">City day on which it began.</param>
    /// <param name="DueOn">City day by whose end an owner should have been named.</param>
    public sealed record OfficeReminded(
        CaseId Case, CourtId Office, LeaderId? Leader, VacancyGround Ground, DateOnly Since, DateOnly DueOn, DateTimeOffset At) : OfSuccession;
}
