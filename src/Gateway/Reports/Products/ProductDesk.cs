using Orleans;
using PetitionMesh.Grains;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.CourtDays;
using PetitionMesh.Grains.Publications;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Gateway.Reports.Products;

/// <summary>Composes products, and freezes them when an office publishes.</summary>
internal sealed class ProductDesk(
    IFigureDesk ledger, IGrainFactory grains, ICityDirectory city, WorkingCalendar calendar, ReportingTerms terms, TimeProvider time)
{
    private const int Attempts = 4;

    /// <summary>What was published, else the figures as they stand.</summary>
    public async Task<ProductView> ReadAsync(ProductKind kind, CourtId? court, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var id = PublicationId.Of(kind.Word(), court, from, to);
        if (await Grain(id).ViewAsync() is { } published)
            return ViewOf(published);
        var product = await ComposeAsync(kind, court, from, to, cancellationToken);
        return new ProductView(
            ProductView.Preliminary, ProductJson.HashOf(ProductJson.Write(product)), product.Position, null, null, [], product);
    }

    /// <summary>Freezes a product; where figures have changed since, publishes the difference as a correction.</summary>
    public async Task<(ProductView? View, Refusal? Refusal)> PublishAsync(
        ProductKind kind, CourtId? court, DateOnly from, DateOnly to, string? reason, Actor actor, CancellationToken cancellationToken)
    {
        var grain = Grain(PublicationId.Of(kind.Word(), court, from, to));
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var known = await grain.ViewAsync();
            var product = await ComposeAsync(kind, court, from, to, cancellationToken);
            var content = ProductJson.Write(product);
            var lines = known is null ? [] : ProductDifferences.Of(ProductJson.Read(known.InForce.Content), product);
            var outcome = await grain.PublishAsync(new Publish(
                actor, time.GetUtcNow(), content, ProductJson.HashOf(content), product.Position, lines, reason, known?.InForce.Hash));
            if (outcome.Answer is { } answer)
                return (ViewOf(answer), null);
            if (outcome.Refusal is { } refusal)
                return (null, refusal);
        }
        return (null, null);
    }

    public Task<Product> ComposeAsync(ProductKind kind, CourtId? court, DateOnly from, DateOnly to, CancellationToken cancellationToken) => ledger.ReadAsync(
        figures => Composer.ComposeAsync(kind, new Ground(figures, city.Current, calendar, terms, court, from, to, time.GetUtcNow())), cancellationToken);

    private static ProductView ViewOf(PublicationView published) => new(
        ProductView.Frozen,
        published.InForce.Hash,
        published.InForce.Position,
        published.Original.By,
        published.Original.At,
        published.Corrections,
        ProductJson.Read(published.InForce.Content));

    private IPublicationGrain Grain(PublicationId id) => grains.GetGrain<IPublicationGrain>(id.Value);
}
