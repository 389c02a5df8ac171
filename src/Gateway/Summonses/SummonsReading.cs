using PetitionMesh.Gateway.Manner;
using PetitionMesh.Grains.Cases;

namespace PetitionMesh.Gateway.Summonses;

/// <summary>Reads bodies about summonses into acts.</summary>
internal static class SummonsReading
{
    private const int LongestPlace = 100;
    private const int LongestReason = 500;

    public static SummonsAct? Arrange(ArrangeBody body, FieldErrors errors)
    {
        if (body.Mode is null)
            errors.Missing("mode");
        if (body.At is null)
            errors.Missing("at");
        PlainText.CheckName(errors, "place", body.Place, LongestPlace);
        if (body is { Mode: MeetingMode.OnSite, Place.Length: > 0 })
            errors.Invalid("place", "带案下访的地点以接访登记的住址为准，此处不填，以免泄露信访人住址。", "W7");
        return errors.Any
            ? null
            : new SummonsAct.Arrange(new MeetingArrangement(
                body.Mode!.Value, body.At!.Value.ToUniversalTime(), string.IsNullOrWhiteSpace(body.Place) ? null : body.Place.Trim()));
    }

    public static SummonsAct? Miss(MissBody body, FieldErrors errors)
    {
        PlainText.CheckName(errors, "reason", body.Reason, LongestReason);
        return errors.Any ? null : new SummonsAct.Miss(string.IsNullOrWhiteSpace(body.Reason) ? null : body.Reason.Trim());
    }
}
