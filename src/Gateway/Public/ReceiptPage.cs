using System.Globalization;
using System.Net;
using System.Text;
using PetitionMesh.Gateway.Cases;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Gateway.Public;

/// <summary>The receipt (回执) as a page to print: nothing personal on it but the code, which only its holder asked for.</summary>
internal static class ReceiptPage
{
    private const string Head = """
        <!doctype html>
        <html lang="zh-CN">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>信访事项登记回执</title>
        <style>body{font-family:"FangSong","仿宋","Noto Serif CJK SC",serif;max-width:40rem;margin:2rem auto;padding:0 1rem;line-height:1.8;color:#111}
        h1{text-align:center;font-size:1.5rem;letter-spacing:.1em}table{width:100%;border-collapse:collapse}th,td{border:1px solid #333;padding:.45rem .7rem;text-align:left;vertical-align:top}
        th{width:9em;font-weight:normal}.code{font-family:ui-monospace,monospace;font-size:1.25em;letter-spacing:.12em}@media print{body{margin:0}.screen{display:none}}</style></head>
        <body>
        <h1>信访事项登记回执</h1>
        <table>
        """;

    public static string Of(CaseLine line, PublicCaseView view, string code, string court)
    {
        var page = new StringBuilder(Head);
        Row(page, "登记编号", line.Case.Value);
        page.Append(CultureInfo.InvariantCulture, $"<tr><th>查询码</th><td class=\"code\">{WebUtility.HtmlEncode(code)}</td></tr>\n");
        Row(page, "受理法院", court);
        Row(page, "受理时间", line.OpenedOn.Written());
        Row(page, "包案领导及职务", view.Owner is { } owner ? $"{owner.Name}（{owner.Post}）" : "待确定");
        Row(page, "当前状态", line.Status.Chinese());
        foreach (var due in view.Due)
            Row(page, $"{due.What}期限", $"{due.On.Written()}24时前");
        Row(page, "查询方式", "凭查询码在法院网站、诉讼服务大厅自助查询或来电查询。查询码请妥善保管。");
        return page.Append("</table>\n<p class=\"screen\">请打印或保存本页。</p>\n</body></html>\n").ToString();
    }

    private static void Row(StringBuilder page, string name, string value) =>
        page.Append(CultureInfo.InvariantCulture, $"<tr><th>{WebUtility.HtmlEncode(name)}</th><td>{WebUtility.HtmlEncode(value)}</td></tr>\n");
}
