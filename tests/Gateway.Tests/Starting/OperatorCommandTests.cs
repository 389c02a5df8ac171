using Microsoft.Data.Sqlite;
using PetitionMesh.Gateway.Tests.Running;

namespace PetitionMesh.Gateway.Tests.Starting;

/// <summary>The commands as an operator types them; they write to the console, so they run one at a time.</summary>
[Collection(nameof(OperatorCommandTests))]
public sealed class OperatorCommandTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("petition-mesh-test-");

    private string Settings => $"--Data:Directory={_directory.FullName}";

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public async Task Verify_head_and_rebuild_agree_with_what_was_registered()
    {
        await RegisterAsync();
        Assert.Equal(0, await CommandLine.RunAsync(["journal", "head", Settings]));
        Assert.Equal(0, await CommandLine.RunAsync(["journal", "verify", Settings]));
        Assert.Equal(0, await CommandLine.RunAsync(["journal", "rebuild", Settings]));
        Assert.Equal(0, await CommandLine.RunAsync(["journal", "verify", Settings]));
    }

    [Fact]
    public async Task Verify_sees_a_changed_ledger_and_rebuild_mends_it()
    {
        await RegisterAsync();
        Execute("update case_file set owner = 'L013'");
        Assert.Equal(1, await CommandLine.RunAsync(["journal", "verify", Settings]));
        Assert.Equal(0, await CommandLine.RunAsync(["journal", "rebuild", Settings]));
        Assert.Equal(0, await CommandLine.RunAsync(["journal", "verify", Settings]));
    }

    [Fact]
    public async Task A_word_that_is_no_setting_is_refused() =>
        Assert.Equal(2, await CommandLine.RunAsync(["journal", "verify", "--dta", Settings]));

    [Fact]
    public async Task A_key_file_is_made_once_and_never_over_another()
    {
        var file = Path.Combine(_directory.FullName, "city.keys");
        Assert.Equal(0, await CommandLine.RunAsync(["keys", "new", file]));
        var text = await File.ReadAllTextAsync(file);
        Assert.Equal(2, await CommandLine.RunAsync(["keys", "new", file]));
        Assert.Equal(text, await File.ReadAllTextAsync(file));
    }

    [Fact]
    public async Task A_start_that_can_not_be_says_why_and_ends_with_2() =>
        Assert.Equal(2, await CommandLine.RunAsync(["--environment=Production", Settings]));

    private async Task RegisterAsync()
    {
        await using var gateway = await RunningGateway.StartAsync(directory: _directory.FullName, settings: ["--Journal:Provider=Sqlite"]);
        await (await (await gateway.AsAsync("clerk")).SendAsync("/api/receptions", Some.Reception())).JsonAsync(201);
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_directory.FullName, "journal.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A constant of the test.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
