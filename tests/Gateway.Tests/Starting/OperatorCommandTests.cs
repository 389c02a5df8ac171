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
    public async Task A_word_that_is_no_command_starts_nothing() => Assert.Equal(2, await CommandLine.RunAsync(["verify"]));

    [Theory]
    [InlineData("无法识别“foo”，可用：head、verify、rebuild", "journal", "foo")]
    [InlineData("命令 journal 不完整，可用：head、verify、rebuild", "journal")]
    [InlineData("命令 keys 不完整，可用：new", "keys")]
    [InlineData("命令 new 缺少 <file>", "keys", "new")]
    [InlineData("命令 report 缺少选项 --out", "report", "bulletin")]
    [InlineData("“foo”不能使用", "report", "foo", "--out", "x")]
    [InlineData("选项 --retries 的值“often”不能使用", "report", "bulletin", "--out", "x", "--retries", "often")]
    public async Task A_command_that_cannot_be_understood_is_told_in_one_chinese_sentence(string sentence, params string[] command)
    {
        var (status, told) = await TellsAsync(command);
        Assert.Equal(2, status);
        Assert.StartsWith(sentence, told, StringComparison.Ordinal);
        Assert.Matches("^[^\n]*。$", told);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("--version")]
    [InlineData("journal", "--help")]
    public async Task What_is_asked_about_the_program_starts_nothing(params string[] question) => Assert.Equal((0, ""), await TellsAsync(question));

    [Fact]
    public async Task A_key_file_is_made_once_and_never_over_another()
    {
        var file = Path.Combine(_directory.FullName, "city.keys");
        Assert.Equal(0, await CommandLine.RunAsync(["keys", "new", file]));
        var text = await File.ReadAllTextAsync(file);
        Assert.Equal((2, $"密钥文件 {file} 已经存在，不会覆盖：请另取文件名，或先核对它是否仍在使用。"), await TellsAsync("keys", "new", file));
        Assert.Equal(text, await File.ReadAllTextAsync(file));
    }

    [Fact]
    public async Task A_start_that_can_not_be_says_why_and_ends_with_2() =>
        Assert.Equal(2, await CommandLine.RunAsync(["--environment=Production", Settings]));

    [Theory]
    [InlineData("head")]
    [InlineData("verify")]
    [InlineData("rebuild")]
    public async Task Where_no_journal_is_the_directory_is_named_and_none_is_made(string command)
    {
        var (status, told) = await TellsAsync("journal", command, Settings);
        Assert.Equal(2, status);
        Assert.Contains($"数据目录 {_directory.FullName} 中没有日志", told, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", told, StringComparison.Ordinal);
        Assert.Empty(_directory.GetFiles());
    }

    [Theory]
    [InlineData("head")]
    [InlineData("verify")]
    [InlineData("rebuild")]
    public async Task A_file_that_is_no_journal_is_told_as_such(string command)
    {
        await File.WriteAllTextAsync(Path.Combine(_directory.FullName, "journal.db"), new string('x', 8192));
        var (status, told) = await TellsAsync("journal", command, Settings);
        Assert.Equal(2, status);
        Assert.Contains("已损坏，或者不是日志", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_journal_without_its_tables_is_told_as_such()
    {
        Execute("create table other (a integer)");
        var (status, told) = await TellsAsync("journal", "verify", Settings);
        Assert.Equal(2, status);
        Assert.Contains("不是本程序的日志", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("journal", "head")]
    [InlineData("journal", "verify")]
    [InlineData("journal", "rebuild")]
    [InlineData("--urls=http://127.0.0.1:0", "--environment=Development")]
    public async Task A_database_that_is_away_is_named_by_its_host_and_never_with_the_password(params string[] command)
    {
        var (status, told) = await TellsAsync(
            [.. command, Settings, "--Journal:Provider=Postgres", "--Journal:ConnectionString=Host=127.0.0.1;Port=1;Database=petition;Username=court;Password=geheim"]);
        Assert.Equal(2, status);
        Assert.Contains("连接不上 PostgreSQL（主机 127.0.0.1，端口 1，数据库 petition）", told, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_connection_string_is_not_repeated()
    {
        var (status, told) = await TellsAsync("journal", "head", Settings, "--Journal:Provider=Postgres", "--Journal:ConnectionString=Hst=db;Password=geheim");
        Assert.Equal(2, status);
        Assert.Contains("不是可用的 PostgreSQL 连接字符串", told, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("journal", "head")]
    [InlineData("--urls=http://127.0.0.1:0", "--environment=Development")]
    public async Task A_setting_whose_value_is_none_of_its_words_is_named(params string[] command)
    {
        var (status, told) = await TellsAsync([.. command, Settings, "--Journal:Provider=Foo"]);
        Assert.Equal(2, status);
        Assert.Equal("配置的值无法识别：Journal:Provider，请核对后重试。", told.Trim());
    }

    [Theory]
    [InlineData("Journal:MaxBatchAppends", "abc")]
    [InlineData("Journal:MaxBatchAppends", "-1")]
    [InlineData("Journal:AppendTimeout", "-1")]
    [InlineData("Limits:PaperMegabytes", "abc")]
    [InlineData("Reporting:CutOff", "18:30")]
    [InlineData("Reporting:CutOffOf:zy:民九庭", "16:00")]
    [InlineData("Rosters:SwapNoticeHours", "3")]
    [InlineData("Summonses:AnswerMinutes", "-1")]
    [InlineData("Summonses:AnswerMinutesOf:qq", "5")]
    [InlineData("Summonses:AnswerMinutesOf:dg", "abc")]
    [InlineData("Cases:LimitsOf:dg:meet", "abc")]
    [InlineData("Routings:LimitsOf:qq:routeTrial", "10")]
    [InlineData("ErrandDesks:LimitsOf:dg:check", "6")]
    [InlineData("ErrandDesks:LimitsOf:dg:answer", "2")]
    [InlineData("ErrandDesks:LimitsOf:qq:check", "2")]
    [InlineData("City:Refresh", "0")]
    [InlineData("Cluster:SiloPort", "0")]
    [InlineData("Calendar:File", "/nowhere")]
    [InlineData("urls", "foo")]
    public async Task A_setting_that_cannot_be_is_told_in_one_chinese_sentence(string setting, string value)
    {
        var (status, told) = await TellsAsync(
            "--environment=Development", "--urls=http://127.0.0.1:0", "--Journal:Provider=Memory", Settings, $"--{setting}={value}");
        Assert.Equal(2, status);
        Assert.Contains(setting, told, StringComparison.Ordinal);
        Assert.Matches("^[^\n]*[\u4E00-\u9FFF][^\n]*。$", told.Trim());
    }

    [Theory]
    [InlineData("{ \"courts\": [", "不是有效的 JSON 内容")]
    [InlineData("{}", "没有中级法院")]
    public async Task A_city_that_cannot_be_read_is_named_by_its_file(string text, string reason)
    {
        var file = Path.Combine(_directory.FullName, "city.json");
        await File.WriteAllTextAsync(file, text);
        var (status, told) = await TellsAsync("--environment=Development", "--urls=http://127.0.0.1:0", Settings, $"--City:File={file}");
        Assert.Equal(2, status);
        Assert.Contains($"城市资料 {file}", told, StringComparison.Ordinal);
        Assert.Contains(reason, told, StringComparison.Ordinal);
    }

    private static async Task<(int Status, string Told)> TellsAsync(params string[] args)
    {
        var before = Console.Error;
        await using var told = new StringWriter();
        Console.SetError(told);
        try
        {
            return (await CommandLine.RunAsync(args), told.ToString().Trim());
        }
        finally
        {
            Console.SetError(before);
        }
    }

    private async Task RegisterAsync()
    {
        await using var gateway = await RunningGateway.StartAsync(directory: _directory.FullName, settings: ["--Journal:Provider=Sqlite"]);
        await (await (await gateway.AsAsync("clerk")).SendAsync("/api/receptions", Some.Reception())).JsonAsync(201);
    }

    private void Execute(string sql) => JournalFile.Ask(_directory.FullName, sql);
}
