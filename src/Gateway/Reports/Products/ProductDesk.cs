using Orleans;
using PetitionMesh.Gateway.Commands;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Grains;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.CourtDays;
using PetitionMesh.Grains.Publications;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Gateway.Reports.Products;

/// <summary>Composes products, and freezes them when an office publishes.</summary>
internal sealed class ProductDesk(
    IFigureDesk ledger, IGrainFactory grains, RecordedActs acts, ICityDirectory city, WorkingCalendar calendar, ReportingTerms terms, TimeProvider time)
{
    /// <summary>What was published, else the figures as they stand.</summary>
    public async Task<ProductView> ReadAsync(ProductKind kind, CourtId? court, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var id = PublicationId.Of(kind.Word(), court, from, to);
        var published = await Grain(id).ViewAsync();
        var product = await ComposeAsync(kind, court, from, to, cancellationToken);
        if (published is null)
            return new ProductView(ProductView.Preliminary, ProductJson.HashOf(ProductJson.Write(product)), product.Position, null, null, [], product, []);
        var view = ViewOf(published);
        return view with { Pending = ProductDifferences.Of(view.Report, product) };
    }

    /// <summary>Freezes a product; where figures have changed since, publishes the difference as a correction.</summary>
    public async Task<(ProductView? View, Problem? Problem)> PublishAsync(
        ProductKind kind, CourtId? court, DateOnly from, DateOnly to, string? reason, CommandId id, Actor actor, CancellationToken cancellationToken)
    {
        var grain = Grain(PublicationId.Of(kind.Word(), court, from, to));
        var (kept, problem) = await acts.KeepAsync(id, PublishAsync, cancellationToken);
        return (kept is null ? null : ViewOf(PublicationAnswersJson.Read(kept)), problem);

        async Task<ActReply> PublishAsync()
        {
            var known = await grain.ViewAsync();
            var product = await ComposeAsync(kind, court, from, to, cancellationToken);
            var content = ProductJson.Write(product);
            var lines = known is null ? [] : ProductDifferences.Of(ProductJson.Read(known.InForce.Content), product);
            return await grain.PublishAsync(new Publish(
                actor, time.GetUtcNow(), content, ProductJson.HashOf(content), product.Position, lines, reason, known?.InForce.Hash, id));
        }
    }

    public Task<Product> ComposeAsync(ProductKind kind, CourtId? court, DateOnly from, DateOnly to, CancellationToken cancellationToken) => ledger.ReadAsync(
        figures => Composer.ComposeAsync(kind, new Ground(figures, city.Current, calendar, terms, court, from, to, time.GetUtcNow())), cancellationToken);

    /// <summary>With its times as the city's clocks showed them: papers print their days.</summary>
    private ProductView ViewOf(PublicationView published) => new(
        ProductView.Frozen,
        published.InForce.Hash,
        published.InForce.Position,
        published.Original.By,
        city.Current.InCity(published.Original.At),
        [.. published.Corrections.Select(c => c with { At = city.Current.InCity(c.At) })],
        ProductJson.Read(published.InForce.Content),
        Pending: []);

    private IPublicationGrain Grain(PublicationId id) => grains.GetGrain<IPublicationGrain>(id.Value);
}
