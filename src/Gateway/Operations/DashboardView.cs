using System.Collections.Immutable;
using PetitionMesh.Silo.Hosting;

namespace PetitionMesh.Gateway.Operations;

/// <summary>What the dashboard's page draws, every two seconds. Counters run from the start; the page shows what changed in between.</summary>
/// <param name="State">Of the journal: <c>serving</c>, <c>reconnecting</c>, <c>unsettled</c>, <c>full</c>.</param>
internal sealed record DashboardView(GrainFigures? Grains, string State, JournalView Journal, IReadOnlyList<FigureView> Process);

/// <param name="Sizes">Batches by number of events: up to 1, 2, 4, 8 … 2^n.</param>
internal sealed record JournalView(int Waiting, long Batches, long Events, ImmutableArray<long> Sizes);

internal sealed record FigureView(string Name, string Title, double Value);
