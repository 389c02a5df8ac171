using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using PetitionMesh.Gateway.Settings;

namespace PetitionMesh.Gateway.Pages;

/// <summary>Says in Chinese, once the process serves, where to go.</summary>
internal static class Greeting
{
    public static void GreetWhenStarted(this WebApplication app) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        Console.Out.WriteLine($"""

            信访事项首接负责系统已启动（{(app.Environment.IsDevelopment() ? "开发环境" : app.Environment.EnvironmentName)}）
              首页与链接：{string.Join("  ", addresses)}
              数据目录：  {app.Services.GetRequiredService<DataDirectory>().Path}
            {(app.Environment.IsDevelopment() ? "  开发令牌：  POST /dev/token {\"sub\":\"L012\",\"name\":\"…\",\"court\":\"dg\",\"role\":\"leader\"}\n" : "")}
            """);
    });
}
