using System.Globalization;
using PetitionMesh.Gateway.Cases;
using PetitionMesh.Gateway.FirstRequests;
using PetitionMesh.Gateway.Imports.Sheets;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.FirstRequests;
using PetitionMesh.Grains.Petitioners;
using PetitionMesh.Grains.Privacy;

namespace PetitionMesh.Gateway.Imports;

/// <summary>Turns rows of a register of first requests into commands.</summary>
internal sealed class FirstRequestCommands(ImportManifest import, CitySnapshot city, Keyring keyring, byte[] hashKey, DateTimeOffset now)
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    private static readonly Dictionary<string, RequestKind> s_kinds = Enum.GetValues<RequestKind>().ToDictionary(k => k.Chinese());
    private static readonly Dictionary<string, RequestHandling> s_handlings = Enum.GetValues<RequestHandling>().ToDictionary(h => h.Chinese());

    private readonly SheetCity _names = new(city);
    private readonly RowKeys _keys = new(hashKey);

    public Court? CourtOf(FirstRequestRow row) => _names.Court(row.Court);

    /// <summary>What a row says in words that the register has no place for; it is taken in without them.</summary>
    public static IEnumerable<RowProblem> Unknown(FirstRequestRow row)
    {
        if (row.Kind is not null && !s_kinds.ContainsKey(row.Kind))
            yield return new RowProblem(row.Row, FirstRequestColumns.Kind.Name, $"诉求类别应为{string.Join('、', s_kinds.Keys)}之一，该项未录入。");
        if (row.Handling is not null && !s_handlings.ContainsKey(row.Handling))
            yield return new RowProblem(row.Row, FirstRequestColumns.Handling.Name, $"办理方式应为{string.Join('、', s_handlings.Keys)}之一，该项未录入。");
    }

    /// <summary>Not for two threads.</summary>
    public ReceiveFirstRequest Of(FirstRequestRow row)
    {
        var received = Received(row);
        var command = _keys.CommandOf(string.Join('\u001F', [received, .. Since(row)]));
        return new ReceiveFirstRequest(
            command,
            import.Actor,
            now,
            CourtOf(row)!.Id,
            Enum.GetValues<Channel>().Single(c => c.Chinese() == row.Channel),
            row.ReceivedOn!.Value,
            row.ReceivedAt,
            row.Responsible,
            row.Kind is not null && s_kinds.TryGetValue(row.Kind, out var kind) ? kind : null,
            row.Handling is not null && s_handlings.TryGetValue(row.Handling, out var handling) ? handling : null,
            new Person(
                row.Identity is { } identity ? keyring.KeyOf(identity) : null,
                row.Identity?.Type ?? IdType.None,
                new Secret(row.Identity?.Number ?? ""),
                SecretOf(row.Person),
                SecretOf(row.Phone)),
            new Secret(row.Claim),
            row.CaseNumber,
            row.DueOn,
            row.DoneOn,
            Result: null,
            To: null,
            Appointment: null,
            row.Register,
            new FirstRequestOrigin(import.Id, RequestOf(received)));
    }

    private FirstRequestId RequestOf(string received) =>
        new(new Grains.CommandId("first-request", _keys.Of("first-", received), [], Recorded: false).Derive("first-request"));

    /// <summary>What names the request: it stays while others of its columns are filled.</summary>
    private string Received(FirstRequestRow row) => string.Join('\u001F',
    [
        CourtOf(row)!.Id.Value, row.Channel, row.ReceivedOn!.Value.ToString("O", Culture), row.ReceivedAt?.ToString("O", Culture), row.Register, row.Person,
        row.Identity?.Canonical, row.Claim,
    ]);

    private static string?[] Since(FirstRequestRow row) =>
        [row.Responsible, row.Kind, row.Handling, row.Phone, row.CaseNumber?.Value, row.DueOn?.ToString("O", Culture), row.DoneOn?.ToString("O", Culture)];

    private static Secret? SecretOf(string? text) => string.IsNullOrEmpty(text) ? null : new Secret(text);
}
