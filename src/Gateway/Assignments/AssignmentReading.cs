using System.Collections.Immutable;
using System.Globalization;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Grains.Cases.Acts;
using PetitionMesh.Grains.Cases.Clocks;
using PetitionMesh.Grains.City;

namespace PetitionMesh.Gateway.Assignments;

/// <summary>Reads the body of a bulk assignment into the facts of the form that each case is told.</summary>
internal static class AssignmentReading
{
    private static readonly ActForm Form = ActForms.Of(CaseAct.Assign);

    public static ImmutableArray<Fact> Read(AssignmentBody body, CitySnapshot city, FieldErrors errors)
    {
        if (body.Source is null)
            errors.Missing("source");
        else if (!Form.Field("source")!.Choices.Contains(body.Source))
            errors.Invalid("source", $"可选：{string.Join('、', Form.Field("source")!.Choices)}。");
        if (string.IsNullOrWhiteSpace(body.DocumentNumber))
            errors.Missing("documentNumber");
        PlainText.CheckName(errors, "documentNumber", body.DocumentNumber, ActField.LongestPlain);
        if (body.ReceivedAt is null)
            errors.Missing("receivedAt");
        if (body.Import is null == body.CaseIds is null)
            errors.Invalid("import", "请填写 import 或 caseIds 之一。");
        if (body.CaseIds is { } ids && (ids.Count == 0 || ids.Any(c => !Guid.TryParseExact(c, "D", out _))))
            errors.Invalid("caseIds", "请填写事项编号的列表。");
        if (body.CaseIds is not null && (body.Unit is null || city.Court(new CourtId(body.Unit)) is null))
            errors.Invalid("unit", "请填写承办法院编号。");
        foreach (var (name, days) in body.Limits ?? new Dictionary<string, int>())
        {
            if (name is not ("enter" or "meet" or "progress" or "close" or "congress") || days is < 1 or > ClockLimit.Longest)
                errors.Invalid("limits", $"可用的期限：enter、meet、progress、close、congress，天数为 1 至 {ClockLimit.Longest}。", "J5");
        }
        if (errors.Any)
            return [];
        ImmutableArray<Fact> facts =
        [
            new("source", body.Source!),
            new("documentNumber", body.DocumentNumber!.Trim()),
            new("receivedAt", body.ReceivedAt!.Value.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture)),
        ];
        return body.Limits is { Count: > 0 } limits
            ? facts.Add(new Fact("limits", string.Join(' ', limits.OrderBy(l => l.Key, StringComparer.Ordinal).Select(l => $"{l.Key}={l.Value}"))))
            : facts;
    }
}
