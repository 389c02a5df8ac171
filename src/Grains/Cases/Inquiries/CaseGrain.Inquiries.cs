using System.Text.Json;

namespace PetitionMesh.Grains.Cases;

/// <content>Recorded instructions.</content>
public sealed partial class CaseGrain
{
    public async Task<ActReply> RecordInquiryAsync(RecordInquiry command)
    {
        var decision = InquiryDecider.Decide(State, command);
        if (decision.Refusal is { } refusal)
            return await ReplyRefusalAsync(refusal);
        var answer = JsonSerializer.SerializeToUtf8Bytes(new InquiryAnswer(Id, command.Inquiry), AnswersJson.Readable.InquiryAnswer);
        return await ReplyAsync(command.Id, command.Actor, command.Now, decision.Events, answer);
    }
}
