using Microsoft.Playwright;
using PetitionMesh.Gateway.Tests.Running;

namespace PetitionMesh.Gateway.Tests.Pages;

/// <summary>A real Chromium before a real gateway. Where no Chromium is installed the tests are skipped and say so.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    private IPlaywright? _playwright;
    private IBrowser? _chromium;

    public RunningGateway Gateway { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Gateway = await RunningGateway.StartAsync();
        if (Find() is not { } program)
            return;
        _playwright = await Playwright.CreateAsync();
        _chromium = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = program,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async Task DisposeAsync()
    {
        if (_chromium is not null)
            await _chromium.DisposeAsync();
        _playwright?.Dispose();
        await Gateway.DisposeAsync();
    }

    /// <summary>A page of its own, with nothing of another's session, whose faults fail the test that opened it.</summary>
    internal async Task<OpenPage> OpenAsync(string path)
    {
        Skip.If(_chromium is null, "No Chromium in PATH: the pages were not opened in a browser.");
        var context = await _chromium.NewContextAsync(new() { Locale = "zh-CN", TimezoneId = "Asia/Shanghai", ViewportSize = new() { Width = 1280, Height = 900 } });
        await context.Clock.SetFixedTimeAsync(CityTime.Running.GetUtcNow().UtcDateTime); // A workstation whose clock is the city's.
        var page = new OpenPage(await context.NewPageAsync());
        await page.Page.GotoAsync(new Uri(Gateway.Http.BaseAddress!, path).ToString());
        return page;
    }

    private static string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);
}

/// <summary>A page, and what its scripts complained of.</summary>
internal sealed class OpenPage : IAsyncDisposable
{
    private readonly List<string> _faults = [];

    public OpenPage(IPage page)
    {
        Page = page;
        page.PageError += (_, fault) => _faults.Add(fault);
        page.Console += (_, said) =>
        {
            // The browser itself reports each refusal that a page has asked for and shows.
            if (said.Type == "error" && !said.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
                _faults.Add(said.Text);
        };
    }

    public IPage Page { get; }

    public async ValueTask DisposeAsync()
    {
        await Page.Context.CloseAsync();
        Assert.Empty(_faults);
    }
}
