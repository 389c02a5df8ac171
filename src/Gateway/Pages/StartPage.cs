namespace PetitionMesh.Gateway.Pages;

/// <summary><c>/</c>: where everything is.</summary>
internal static class StartPage
{
    private const string Html = """
        <!doctype html>
        <html lang="zh-CN">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>信访事项首接负责系统</title>
        <style>body{font-family:system-ui,"Noto Sans CJK SC","Microsoft YaHei",sans-serif;max-width:44rem;margin:3rem auto;padding:0 1rem;line-height:1.7;color:#222}
        h1{font-size:1.6rem}a{color:#0b57a4}code{background:#f2f2f2;padding:.1em .3em}</style></head>
        <body>
        <h1>信访事项首接负责系统</h1>
        <p>谁首次接访，谁包案到底。本系统记录法院的职责：谁接待、谁包案、何时答复、做了什么、谁签字。</p>
        <ul>
        <li><a href="/console">工作台</a>：接访登记、包案工作台、日报告看板</li>
        <li><a href="/openapi/v1.json">接口文档（OpenAPI）</a></li>
        <li><a href="/health/live">进程存活</a> · <a href="/health/started">启动完成</a> · <a href="/health/ready">就绪状态</a></li>
        <li><a href="/dashboard" id="dashboard">运行面板</a>：需运维（ops）令牌 <input id="token" type="password" placeholder="粘贴令牌后点“运行面板”" autocomplete="off"> <span id="said"></span></li>
        <li><code>/metrics</code> 指标（Prometheus）：需运维（ops）令牌</li>
        <li><code>GET /public/cases/{查询码}</code> 信访人凭回执查询码查询办理进度</li>
        </ul>
        <script>
        document.getElementById('dashboard').addEventListener('click', async e => {
          e.preventDefault();
          const token = document.getElementById('token').value.trim();
          if (token) {
            const begun = await fetch('/dashboard/session', { method: 'POST', headers: { Authorization: 'Bearer ' + token } });
            if (!begun.ok) { document.getElementById('said').textContent = (await begun.json()).detail; return; }
          }
          const open = await fetch('/dashboard');
          if (open.ok) location.href = '/dashboard';
          else document.getElementById('said').textContent = '请先粘贴运维（ops）令牌。';
        });
        </script>
        </body></html>
        """;

    public static void MapStartPage(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/", Show).AllowAnonymous().ExcludeFromDescription();

    private static IResult Show() => Results.Content(Html, "text/html; charset=utf-8");
}
