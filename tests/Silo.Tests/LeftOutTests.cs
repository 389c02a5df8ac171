namespace PetitionMesh.Silo.Tests;

/// <summary>What a build without Microsoft Orleans leaves out, by name.</summary>
public sealed class LeftOutTests
{
    private const string Reason =
        "Built for the embedded host: Microsoft Orleans' packages are not referenced. Where they can be restored, dotnet test -p:GrainHost=Orleans runs these.";

    [Fact(Skip = Reason)]
    public void Orleans_keeps_the_contract_of_all_hosts()
    {
    }

    [Fact(Skip = Reason)]
    public void Three_silos_keep_the_contract_of_all_hosts()
    {
    }
}
