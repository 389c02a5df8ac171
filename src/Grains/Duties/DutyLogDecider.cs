using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Leaders;

namespace PetitionMesh.Grains.Duties;

/// <summary>W2: the leader on duty keeps the log of his shift; a clerk or the office may write it for him, and both names stay (W7).</summary>
public static class DutyLogDecider
{
    /// <returns>Null when it may be written.</returns>
    public static Refusal? Refuse(CourtId court, LeaderId leader, Actor actor, bool begun)
    {
        var may = (actor.Role == Role.Leader && actor.Subject == leader.Value) || (actor.Role is Role.Clerk or Role.Office && actor.Court == court);
        if (!may)
            return Refusal.Forbids("not-your-shift", "值班日志由当班带班领导本人或本院窗口、信访部门代为填写。");
        return begun ? null : Refusal.Breaks("shift-ahead", "W2", "该班次尚未开始，不能填写值班日志。");
    }
}
