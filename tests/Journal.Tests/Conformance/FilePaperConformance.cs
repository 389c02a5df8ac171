using PetitionMesh.Journal.Papers;

namespace PetitionMesh.Journal.Tests.Conformance;

public sealed class FilePaperConformance : PaperConformance
{
    private readonly string _directory = Directory.CreateTempSubdirectory("pm-papers-").FullName;

    private protected override Task<IPaperStore> OpenAsync() =>
        Task.FromResult(PaperStores.Open(new JournalOptions { Provider = JournalProvider.Sqlite, DataDirectory = _directory }));

    /// <summary>Where the folder should be lies a file.</summary>
    private protected override IPaperStore OpenBroken()
    {
        var directory = Directory.CreateDirectory(Path.Combine(_directory, "broken")).FullName;
        File.WriteAllText(Path.Combine(directory, "papers"), "");
        return new FilePapers(directory);
    }

    private protected override async Task<bool> FindsNothingAsync(IPaperStore broken) => await broken.FindAsync(Guid.NewGuid(), default) is null;

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }
}
