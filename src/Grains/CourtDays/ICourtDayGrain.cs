namespace PetitionMesh.Grains.CourtDays;

/// <summary>One unit's calendar day. Key: unit and date, <c>dg/2026-11-21</c>. Calls no other grain.</summary>
[Alias("petition-mesh.i-court-day")]
public interface ICourtDayGrain : IGrainWithStringKey
{
    /// <summary>Reports, corrects, raises and acknowledges; answered with a <see cref="CourtDayView"/>.</summary>
    [Alias("do")]
    Task<ActReply> DoAsync(CourtDayCommand command);

    /// <summary>The day as it stands; a silent one where nobody has told anything.</summary>
    [ReadOnly, Alias("view")]
    Task<CourtDayView> ViewAsync();
}
