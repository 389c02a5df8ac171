using System.Text.Json.Serialization;

namespace PetitionMesh.Peers.Contract;

// The wire shapes of the HTTP contract, so that every system gets and gives the same JSON.

internal sealed record TokenRequest(string Sub, string Name, string Court, string Role);

internal sealed record TokenAnswer(string Token);

internal sealed record PersonBody(string IdType, string? IdNumber, string? Name, string? Phone);

internal sealed record CaseBody(string? CaseNumber);

internal sealed record ReceptionBody(
    string Court, string Channel, string ReceivedBy, DateTimeOffset? OccurredAt, PersonBody Petitioner,
    CaseBody Case, string Claim, string? Opinion, int? Headcount, string? Level);

internal sealed record OwnerView(string LeaderId, string Name, string Post, string Court, string Origin);

internal sealed record SummonsView(string SummonsId, string LeaderId, string Status);

internal sealed record WarningView(string Code);

internal sealed record ReceptionAnswer(
    string ReceptionId, string CaseId, string QueryCode, bool First, int Number,
    OwnerView Owner, SummonsView? Summons, IReadOnlyList<WarningView> Warnings);

internal sealed record LookupBody(string IdType, string IdNumber);

internal sealed record CaseView(
    string CaseId, string CaseNumber, string Court, string Status, int Receptions,
    OwnerView Owner, DateOnly OpenedOn, DateOnly LastReceptionOn);

internal sealed record LookupAnswer(IReadOnlyList<CaseView> Cases);

/// <summary>Receptions counted since the start.</summary>
internal sealed record Counted(long Receptions, long First);

/// <summary>Source-generated like the gateway's: a peer must not lose by reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(TokenRequest))]
[JsonSerializable(typeof(TokenAnswer))]
[JsonSerializable(typeof(ReceptionBody))]
[JsonSerializable(typeof(ReceptionAnswer))]
[JsonSerializable(typeof(LookupBody))]
[JsonSerializable(typeof(LookupAnswer))]
[JsonSerializable(typeof(Counted))]
[JsonSerializable(typeof(CityDirectory.Document))]
internal sealed partial class ContractJson : JsonSerializerContext;
