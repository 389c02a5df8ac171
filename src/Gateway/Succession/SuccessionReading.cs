using PetitionMesh.Gateway.Manner;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Leaders;

namespace PetitionMesh.Gateway.Succession;

/// <summary>Reads bodies about who owns a case into acts.</summary>
internal static class SuccessionReading
{
    private const int LongestReason = 500;

    public static HandsAct? Read(SucceedBody body, DateOnly today, FieldErrors errors)
    {
        if (body.To is null)
            errors.Missing("to");
        if (body.Ground is null)
            errors.Missing("ground");
        Check(body.Reason, body.ApprovedBy, errors);
        return errors.Any
            ? null
            : new HandsAct.Succeed(
                new LeaderId(body.To!), body.Ground!.Value, body.Reason!.Trim(), new LeaderId(body.ApprovedBy!), body.On ?? today);
    }

    public static HandsAct? Read(RecuseBody body, DateOnly today, FieldErrors errors)
    {
        if (body.Ground is null)
            errors.Missing("ground");
        Check(body.Reason, body.ApprovedBy, errors);
        return errors.Any
            ? null
            : new HandsAct.Recuse(
                body.Ground!.Value,
                body.To is { } to ? new LeaderId(to) : null,
                body.Reason!.Trim(),
                new LeaderId(body.ApprovedBy!),
                body.On ?? today);
    }

    private static void Check(string? reason, string? approver, FieldErrors errors)
    {
        if (string.IsNullOrWhiteSpace(reason))
            errors.Missing("reason");
        PlainText.CheckName(errors, "reason", reason, LongestReason);
        if (approver is null)
            errors.Missing("approvedBy");
    }
}
