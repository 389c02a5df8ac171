using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Cases.Clocks;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.ErrandDesks;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Journaling.Snapshots;
using PetitionMesh.Grains.Privacy;
using PetitionMesh.Grains.Routings;

namespace PetitionMesh.Simulation.Processes;

/// <summary>What grains are built from.</summary>
internal sealed class GrainServices(IJournal journal, Vault vault, StreamSnapshots<CaseState> snapshots) : IServiceProvider
{
    public object? GetService(Type serviceType) =>
        serviceType == typeof(IJournal) ? journal
        : serviceType == typeof(Vault) ? vault
        : serviceType == typeof(StreamSnapshots<CaseState>) ? snapshots
        : serviceType == typeof(ICityDirectory) ? CityOfTheTest.Instance
        : serviceType == typeof(CaseTerms) ? CaseTerms.Ordinary
        : serviceType == typeof(RoutingTerms) ? RoutingTerms.Ordinary
        : serviceType == typeof(ComplaintTerms) ? ComplaintTerms.Ordinary
        : null;
}
