using Microsoft.AspNetCore.Server.Kestrel.Core;
using PetitionMesh.Gateway.Auth;
using PetitionMesh.Gateway.Health;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Gateway.Operations;
using PetitionMesh.Gateway.Pages;
using PetitionMesh.Gateway.Settings;

namespace PetitionMesh.Gateway;

/// <summary>The gateway's table of contents: what it is made of, then what it serves.</summary>
internal static class GatewayHost
{
    /// <param name="customise">Tests replace the clock or a store here, after everything else is registered.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? customise = null)
    {
        // Shipped files (settings, sample city, calendar) lie beside the assembly, wherever the process is started from.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.ConfigureKestrel(Tune);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(s => DataDirectory.Of(s.GetRequiredService<IConfiguration>()));
        builder.Services.ConfigureHttpJsonOptions(o => o.SerializerOptions.TypeInfoResolverChain.Insert(0, WireJson.Answers));
        builder.Services.AddOpenApi();
        builder.Services.AddSingleton<ProcessFigures>();
        builder.AddTokens();
        customise?.Invoke(builder);

        var app = builder.Build();
        app.UseMiddleware<EveryError>();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapStartPage();
        app.MapHealth();
        app.MapOperations();
        app.MapOpenApi().AllowAnonymous();
        if (app.Environment.IsDevelopment())
            app.MapDevelopmentTokens();
        Policies.RequireOnEvery(app);
        return app;
    }

    private static void Tune(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = 21 << 20; // Each endpoint has its own bound; this is above the largest.
    }
}
