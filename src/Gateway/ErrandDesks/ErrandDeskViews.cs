using System.Collections.Immutable;
using PetitionMesh.Grains.ErrandDesks;

namespace PetitionMesh.Gateway.ErrandDesks;

/// <summary>Desks of the court, or of the city, in the order of their opening.</summary>
internal sealed record ErrandDeskListView(ImmutableArray<ErrandDeskView> Items);

/// <summary>A stuck-errand desk (Y6).</summary>
/// <param name="Place">Where it is; null where nobody said.</param>
/// <param name="Officer">专人 by name; of a closed desk the last one.</param>
/// <param name="OfficerSince">City day.</param>
/// <param name="ClosedOn">Null while it is open.</param>
/// <param name="Reason">Why it has this officer, or why it was closed; null while the first one sits there.</param>
internal sealed record ErrandDeskView(
    ErrandDeskId DeskId, string Court, string Name, string? Place, string Officer, DateOnly OfficerSince, DateOnly OpenedOn, DateOnly? ClosedOn, string? Reason);
