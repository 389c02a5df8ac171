using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using PetitionMesh.Grains.Privacy;
using PetitionMesh.Silo.Keys;

namespace PetitionMesh.Gateway.Tests.Starting;

/// <summary>A start that cannot be, as the operator sees it: the process with all that it writes.</summary>
public sealed class StartFaultTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("petition-mesh-test-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public async Task Without_a_key_file_one_sentence_is_all_that_is_said()
    {
        var (status, written, told) = await RunAsync("--environment=Production", "--Auth:Authority=https://login.example", "--Auth:Audience=petition");
        Assert.Equal(2, status);
        Assert.Equal($"找不到密钥文件 {Path.Combine(_directory.FullName, "keys.json")}：请用 keys new 生成并妥善保管，再以 Keys:File 指定。", told.Trim());
        Assert.DoesNotContain("   at ", written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_another_process_holds_is_named_and_no_stack_trace_with_it()
    {
        KeyOpening.Write(Path.Combine(_directory.FullName, "keys.json"), KeyFile.Create(development: false));
        using var held = new TcpListener(IPAddress.Loopback, 0);
        held.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)held.LocalEndpoint).Port}";
        var (status, written, told) = await RunAsync(
            "--environment=Production", "--Auth:Authority=https://login.example", "--Auth:Audience=petition", "--Journal:Provider=Memory", $"--urls={address}");
        Assert.Equal(2, status);
        Assert.Contains("服务地址已被另一个进程占用", told, StringComparison.Ordinal);
        Assert.Contains(address, told, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", told, StringComparison.Ordinal);
        // A silo of Microsoft Orleans that ends at once may log that its own dashboard found no answer any more; of this fault nobody logs a trace.
        Assert.DoesNotContain("   at Microsoft.", written, StringComparison.Ordinal);
        Assert.DoesNotContain("   at PetitionMesh.", written, StringComparison.Ordinal);
    }

    private async Task<(int Status, string Written, string Told)> RunAsync(params string[] args)
    {
        var start = new ProcessStartInfo(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "PetitionMesh.Gateway.dll"), $"--Data:Directory={_directory.FullName}", .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var written = process.StandardOutput.ReadToEndAsync();
        var told = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await written, await told);
    }
}
