using System.Globalization;
using System.Text;
using PetitionMesh.Gateway.Reports.Products;

namespace PetitionMesh.Gateway.Reports.Papers;

/// <summary>Draws bars or lines as SVG on the server: no script, no request, readable in print. The table beside it says every figure.</summary>
internal static class SvgChart
{
    private const double Width = 820;
    private const double Height = 320;
    private const double Left = 56;
    private const double Top = 40;
    private const double Right = 16;
    private const double Bottom = 74;
    private const int Steps = 4;
    private static readonly decimal[] RoundSteps = [1, 2, 5];
    private static readonly string[] Colours = ["#1f5fa8", "#d08427", "#4f8a3d", "#7a5ea8"];

    public static string Of(ProductChartData chart, Func<string, string> encode)
    {
        var svg = new StringBuilder();
        var most = Nice(chart.Series.SelectMany(s => s.Values).DefaultIfEmpty(0).Max(), chart.IsShare);
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"{encode(chart.Title)}\">");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Width / 2}\" y=\"20\" text-anchor=\"middle\" font-size=\"16\" font-weight=\"bold\">{encode(chart.Title)}</text>");
        for (var i = 0; i <= Steps; i++)
        {
            var value = most * i / Steps;
            var y = Y(value, most);
            svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{y:0.#}\" y2=\"{y:0.#}\" stroke=\"#d6d6d6\"/>");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left - 6}\" y=\"{y + 4:0.#}\" text-anchor=\"end\" font-size=\"12\">{Show(value, chart.IsShare)}</text>");
        }
        if (chart.Kind == ChartKind.Bar)
            Bars(svg, chart, most);
        else
            Lines(svg, chart, most);
        Names(svg, chart, encode);
        for (var s = 0; s < chart.Series.Length; s++)
        {
            var x = Left + (s * 150);
            svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x}\" y=\"{Height - 18}\" width=\"14\" height=\"12\" fill=\"{Colour(s)}\"/>");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x + 20}\" y=\"{Height - 8}\" font-size=\"13\">{encode(chart.Series[s].Name)}</text>");
        }
        return svg.Append("</svg>").ToString();
    }

    public static string Show(decimal value, bool isShare) => isShare
        ? (value * 100).ToString("0.#", CultureInfo.InvariantCulture) + "%"
        : value.ToString("0.#", CultureInfo.InvariantCulture);

    private static void Bars(StringBuilder svg, ProductChartData chart, decimal most)
    {
        var slot = Slot(chart);
        var bar = slot * 0.7 / chart.Series.Length;
        for (var s = 0; s < chart.Series.Length; s++)
        {
            for (var i = 0; i < chart.Names.Length; i++)
            {
                var value = chart.Series[s].Values[i];
                var (x, y) = (Left + (slot * i) + (slot * 0.15) + (bar * s), Y(Math.Max(value, 0), most));
                svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x:0.#}\" y=\"{y:0.#}\" width=\"{bar * 0.94:0.#}\" height=\"{Height - Bottom - y:0.#}\" fill=\"{Colour(s)}\"/>");
                svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x + (bar / 2):0.#}\" y=\"{y - 4:0.#}\" text-anchor=\"middle\" font-size=\"11\">{Show(value, chart.IsShare)}</text>");
            }
        }
    }

    private static void Lines(StringBuilder svg, ProductChartData chart, decimal most)
    {
        var slot = Slot(chart);
        for (var s = 0; s < chart.Series.Length; s++)
        {
            var points = string.Join(' ', chart.Series[s].Values.Select((v, i) =>
                string.Create(CultureInfo.InvariantCulture, $"{Left + (slot * (i + 0.5)):0.#},{Y(v, most):0.#}")));
            svg.Append(CultureInfo.InvariantCulture, $"<polyline points=\"{points}\" fill=\"none\" stroke=\"{Colour(s)}\" stroke-width=\"2.5\"{(s == 0 ? "" : " stroke-dasharray=\"7 4\"")}/>");
            for (var i = 0; i < chart.Names.Length; i++)
                svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{Left + (slot * (i + 0.5)):0.#}\" cy=\"{Y(chart.Series[s].Values[i], most):0.#}\" r=\"3\" fill=\"{Colour(s)}\"/>");
        }
    }

    /// <summary>Long names break in two lines; of many only every n-th is written.</summary>
    private static void Names(StringBuilder svg, ProductChartData chart, Func<string, string> encode)
    {
        var slot = Slot(chart);
        var every = (int)Math.Ceiling(chart.Names.Length / 16.0);
        for (var i = 0; i < chart.Names.Length; i += every)
        {
            var (x, y) = (Left + (slot * (i + 0.5)), Height - Bottom + 18);
            var room = Math.Max(3, (int)(slot * every / 12.5));
            var name = chart.Names[i];
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"middle\" font-size=\"12\">");
            for (var line = 0; line * room < name.Length && line < 3; line++)
                svg.Append(CultureInfo.InvariantCulture, $"<tspan x=\"{x:0.#}\" dy=\"{(line == 0 ? 0 : 14)}\">{encode(name.Substring(line * room, Math.Min(room, name.Length - (line * room))))}</tspan>");
            svg.Append("</text>");
        }
    }

    private static double Slot(ProductChartData chart) => (Width - Left - Right) / chart.Names.Length;

    private static double Y(decimal value, decimal most) => Height - Bottom - ((double)(value / most) * (Height - Top - Bottom));

    private static string Colour(int series) => Colours[series % Colours.Length];

    /// <summary>A round number at the top of the axis.</summary>
    private static decimal Nice(decimal most, bool isShare)
    {
        if (isShare)
            return most <= 0.2m ? 0.2m : most <= 0.5m ? 0.5m : 1m;
        for (var power = 1m; ; power *= 10)
        {
            foreach (var step in RoundSteps)
            {
                if (step * power * Steps >= most)
                    return step * power * Steps;
            }
        }
    }
}
