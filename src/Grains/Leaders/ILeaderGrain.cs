namespace PetitionMesh.Grains.Leaders;

/// <summary>One leader's absences of months. Key: the leader's id. Days of leave within a month are the rosters'; what he owns is the cases'.</summary>
[Alias("petition-mesh.i-leader")]
public interface ILeaderGrain : IGrainWithStringKey
{
    /// <summary>Answers with a <see cref="LeaderStanding"/>.</summary>
    [Alias("tell-long-leave")]
    Task<ActReply> TellLongLeaveAsync(TellLongLeave command);
}
