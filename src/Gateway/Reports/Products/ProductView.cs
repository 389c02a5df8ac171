using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PetitionMesh.Grains.Publications;

namespace PetitionMesh.Gateway.Reports.Products;

/// <summary>A product as it is given out.</summary>
/// <param name="State"><see cref="Frozen"/> or <see cref="Preliminary"/>.</param>
/// <param name="Hash">SHA-256 over the UTF-8 bytes of <paramref name="Report"/>'s JSON as it stands here; lower-case hex.</param>
/// <param name="Position">Of the journal; every figure is exact for it.</param>
/// <param name="Petitioners">
/// Who came, masked, by the id of the case: only in a ledger of receptions (W9), only for who may know, never frozen and not part of what is hashed.
/// </param>
/// <param name="Corrections">What was published wrong and put right since.</param>
/// <param name="Pending">Figures in force that are others by now: to be put right by publishing again. Only of a frozen product.</param>
internal sealed record ProductView(
    string State,
    string Hash,
    long Position,
    string? PublishedBy,
    DateTimeOffset? PublishedAt,
    ImmutableArray<PublishedCorrection> Corrections,
    Product Report,
    ImmutableArray<CorrectedFigure> Pending,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ImmutableDictionary<string, string>? Petitioners = null)
{
    public const string Frozen = "frozen";
    public const string Preliminary = "preliminary";

    /// <summary>The report as it is printed: with the names, where there are any.</summary>
    [JsonIgnore]
    public Product Printed => Petitioners is null ? Report : LedgerNames.Print(Report, Petitioners);
}

/// <summary>What an office asks to be published.</summary>
/// <param name="Reason">Needed when published figures have changed since.</param>
internal sealed record PublishProductBody(DateOnly? From = null, DateOnly? To = null, string? Court = null, string? Reason = null);

internal sealed record PublicationListView(ImmutableArray<PublicationItemView> Items, string? Next);

internal sealed record PublicationItemView(
    string Product, string Title, string Scope, DateOnly From, DateOnly To, string Hash, long Position, int Corrections, string PublishedBy, DateTimeOffset PublishedAt);
