using PetitionMesh.Grains.Cases;

namespace PetitionMesh.Gateway.Desks;

/// <summary>W8: summonses that wait for an answer, and meetings arranged.</summary>
internal sealed class SummonsesDue(Silo.Summonses.SummonsOptions options) : IDeskDue
{
    private static readonly TimeSpan Soon = TimeSpan.FromDays(1);

    public IEnumerable<DueView> Find(DeskGround ground)
    {
        foreach (var summons in ground.Lines.Summonses)
        {
            switch (summons)
            {
                case { Status: SummonsStatus.Sent or SummonsStatus.Escalated }:
                    var until = summons.SentAt.AddMinutes(options.AnswerMinutesOf.GetValueOrDefault(summons.Court.Value, options.AnswerMinutes));
                    yield return new DueView("summons", "W8", summons.Case, "签收到场通知，到场或约定接待", until, until <= ground.Now ? "overdue" : "due");
                    break;
                case { Status: SummonsStatus.Arranged, Meeting: { } meeting }:
                    var state = meeting.At <= ground.Now ? "due" : meeting.At - ground.Now <= Soon ? "dueSoon" : "running";
                    yield return new DueView("meeting", "W4", summons.Case, $"{Words(meeting.Mode)}信访人", meeting.At, state);
                    break;
            }
        }
    }

    private static string Words(MeetingMode mode) => mode switch
    {
        MeetingMode.Appointment => "约期接访",
        MeetingMode.Video => "远程接访",
        MeetingMode.OnSite => "带案下访",
        _ => throw new ArgumentOutOfRangeException(nameof(mode)),
    };
}
