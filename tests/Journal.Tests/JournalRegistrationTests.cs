using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Journal.Access;
using PetitionMesh.Journal.Feed;
using PetitionMesh.Journal.Integrity;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Journal.Tests;

public sealed class JournalRegistrationTests
{
    private readonly string _directory = Path.Combine(Path.GetTempPath(), $"pm-host-{Guid.NewGuid():N}");

    [Fact]
    public async Task A_host_opens_the_journal_serves_it_and_leaves_its_head_behind()
    {
        using (var host = Build(("Data:Directory", _directory)))
        {
            await host.StartAsync();
            var journal = host.Services.GetRequiredService<IJournal>();
            Assert.IsType<AppendResult.Appended>(await journal.AppendAsync(Some.Append("a"), CancellationToken.None));
            await host.Services.GetRequiredService<IAccessLog>().NoteLookupAsync("clerk-1", "zy", []);
            Assert.Equal(1, await host.Services.GetRequiredService<IJournalFeed>().FindEndAsync(CancellationToken.None));
            Assert.NotNull(host.Services.GetRequiredService<ILedger>());
            await host.StopAsync();
        }

        Assert.Equal(1, (await ExportedHeads.ReadAsync(ExportedHeads.PathIn(_directory), CancellationToken.None)).Single().Position);
        Directory.Delete(_directory, recursive: true);
    }

    [Theory]
    [InlineData("Journal:Provider", "Postgres")]
    [InlineData("Journal:MaxBatchAppends", "0")]
    [InlineData("Journal:Readers", "0")]
    public async Task Options_that_cannot_work_refuse_to_start(string key, string value)
    {
        using var host = Build((key, value));

        await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());
    }

    private static IHost Build(params (string Key, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => (string?)s.Value));
        builder.Services.AddLogging();
        builder.Services.AddJournal(builder.Configuration);
        return builder.Build();
    }
}
