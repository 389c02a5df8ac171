using System.Collections.Immutable;
using System.Text.Json;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Grains.City;

namespace PetitionMesh.Gateway.City;

/// <summary>Completes and checks a city document as it came: what the office may leave out is empty, what it may not is named.</summary>
internal static class CityBody
{
    private const int LongestName = 100;

    /// <summary>What has no empty form: left out, it would be read as the first rank or as gone.</summary>
    private static readonly string[] s_ofCourt = ["tier"];
    private static readonly string[] s_ofLeader = ["rank", "quotaJudge", "active"];

    /// <param name="json">The document as it came, without a byte order mark.</param>
    public static CityDocument? Read(CityDocument body, ReadOnlyMemory<byte> json, out Problem? problem)
    {
        var errors = new FieldErrors();
        using (var sent = JsonDocument.Parse(json))
        {
            Require(sent.RootElement, "courts", s_ofCourt, errors);
            Require(sent.RootElement, "leaders", s_ofLeader, errors);
        }
        Name(errors, "name", body.Name);
        Name(errors, "timeZone", body.TimeZone);
        if (body.Courts.IsDefaultOrEmpty)
            errors.Missing("courts");
        if (body.Leaders.IsDefault)
            errors.Missing("leaders");
        if (!errors.Any)
        {
            body = body with
            {
                Courts = [.. body.Courts.Select((c, i) => Complete(c, $"courts[{i}]", errors))],
                Leaders = [.. body.Leaders.Select((l, i) => Complete(l, $"leaders[{i}]", errors))],
            };
        }
        problem = errors.ToProblem();
        return problem is null ? body : null;
    }

    private static void Require(JsonElement document, string list, string[] fields, FieldErrors errors)
    {
        if (!document.TryGetProperty(list, out var items) || items.ValueKind != JsonValueKind.Array)
            return;
        foreach (var (i, item) in items.EnumerateArray().Index())
        {
            foreach (var field in fields)
            {
                if (item.ValueKind == JsonValueKind.Object && !item.TryGetProperty(field, out _))
                    errors.Missing($"{list}[{i}].{field}");
            }
        }
    }

    private static Court Complete(Court? court, string at, FieldErrors errors)
    {
        if (court is null)
        {
            errors.Missing(at);
            return null!; // Never used: a problem is answered.
        }
        Name(errors, $"{at}.id", court.Id.Value);
        Name(errors, $"{at}.code", court.Code);
        Name(errors, $"{at}.name", court.Name);
        return court with { Divisions = Names(court.Divisions, $"{at}.divisions", errors) };
    }

    private static Leader Complete(Leader? leader, string at, FieldErrors errors)
    {
        if (leader is null)
        {
            errors.Missing(at);
            return null!;
        }
        Name(errors, $"{at}.id", leader.Id.Value);
        Name(errors, $"{at}.court", leader.Court.Value);
        Name(errors, $"{at}.name", leader.Name);
        Name(errors, $"{at}.post", leader.Post);
        PlainText.CheckName(errors, $"{at}.division", leader.Division, LongestName);
        return leader with
        {
            InChargeOf = Names(leader.InChargeOf, $"{at}.inChargeOf", errors),
            LinkedCourts = leader.LinkedCourts.IsDefault ? [] : leader.LinkedCourts,
        };
    }

    private static void Name(FieldErrors errors, string field, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            errors.Missing(field);
        else
            PlainText.CheckName(errors, field, text, LongestName);
    }

    private static ImmutableArray<string> Names(ImmutableArray<string> names, string field, FieldErrors errors)
    {
        if (names.IsDefault)
            return [];
        for (var i = 0; i < names.Length; i++)
            Name(errors, $"{field}[{i}]", names[i]);
        return names;
    }
}
