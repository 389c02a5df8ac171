namespace PetitionMesh.Grains.Cases;

/// <summary>Whoever takes part in a case may record an instruction he knows of; that it was unwelcome stops nobody. Pure, and safe to ask twice.</summary>
public static class InquiryDecider
{
    /// <summary>Clocks of window and server may differ by this much.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);

    public static Decision<CaseEvent> Decide(CaseState state, RecordInquiry command)
    {
        if (!state.Exists || (command.Actor.Role != Role.Supervisor && !state.Courts.Contains(command.Actor.Court)))
            return Refusal.Unknown("没有这个信访事项，请核对编号。");
        if (state.Inquiries.Contains(command.Inquiry))
            return [];
        return command.GivenAt > command.Now + Ahead
            ? Refusal.Breaks("time-ahead", "W7", "过问时间不得晚于现在，请核对。", "at")
            :
            [
                new CaseEvent.InquiryRecorded(
                    state.Id, command.Inquiry, command.By, command.ByName, command.To, command.What, command.Manner, command.GivenAt, command.Now),
            ];
    }
}
