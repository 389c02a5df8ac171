using System.Text.Json.Serialization;

namespace PetitionMesh.Grains.Leaders;

/// <summary>What has happened to a leader that no roster holds: absences of months. Names and fields are on disk: add to them, never change them.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(LongLeaveBegun), "leader.long-leave-begun.v1")]
[JsonDerivedType(typeof(LongLeaveEnded), "leader.long-leave-ended.v1")]
public abstract record LeaderEvent
{
    /// <summary>W3: he is away for long; his open cases need another owner.</summary>
    /// <param name="Until">Last city day, or null while it is not known.</param>
    public sealed record LongLeaveBegun(LeaderId Leader, DateOnly From, DateOnly? Until, string Reason) : LeaderEvent;

    /// <summary>He is back.</summary>
    /// <param name="On">First city day back.</param>
    public sealed record LongLeaveEnded(LeaderId Leader, DateOnly On) : LeaderEvent;

    private LeaderEvent()
    {
    }
}
