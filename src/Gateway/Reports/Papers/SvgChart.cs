using System.Globalization;
using System.Text;
using PetitionMesh.Gateway.Reports.Products;

namespace PetitionMesh.Gateway.Reports.Papers;

/// <summary>Draws bars or lines as SVG on the server: no script, no request, readable in print. The table beside it says every figure.</summary>
internal static class SvgChart
{
    private const double Width = 820;
    private const double Right = 16;
    private const double Top = 40;
    private const int Steps = 4;

    /// <summary>Room for names beside lying bars, for figures beside lines.</summary>
    private const double NamesLeft = 190;
    private const double FiguresLeft = 56;

    /// <summary>Below the plot: the axis and the legend.</summary>
    private const double Below = 56;
    private const double Bar = 18;
    private const double Between = 16;
    private const double LinePlot = 206;

    private static readonly decimal[] RoundSteps = [1, 2, 3, 4, 5, 6, 8];
    private static readonly string[] Colours = ["#1f5fa8", "#d08427", "#4f8a3d", "#7a5ea8"];

    public static string Of(ProductChartData chart, Func<string, string> encode)
    {
        var isBar = chart.Kind == ChartKind.Bar;
        var plot = isBar ? chart.Names.Length * Slot(chart) : LinePlot;
        var height = Top + plot + Below;
        var svg = new StringBuilder();
        var most = Nice(chart.Series.SelectMany(s => s.Values).Max() ?? 0, chart.IsShare);
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {height:0.#}\" role=\"img\" aria-label=\"{encode(chart.Title)}\">");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Width / 2}\" y=\"20\" text-anchor=\"middle\" font-size=\"16\" font-weight=\"bold\">{encode(chart.Title)}</text>");
        if (isBar)
            Bars(svg, chart, most, plot, encode);
        else
            Lines(svg, chart, most, encode);
        for (var s = 0; s < chart.Series.Length; s++)
        {
            var x = FiguresLeft + (s * 150);
            svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x}\" y=\"{height - 18:0.#}\" width=\"14\" height=\"12\" fill=\"{Colour(s)}\"/>");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x + 20}\" y=\"{height - 8:0.#}\" font-size=\"13\">{encode(chart.Series[s].Name)}</text>");
        }
        return svg.Append("</svg>").ToString();
    }

    public static string Show(decimal value, bool isShare) => isShare
        ? (value * 100).ToString("0.#", CultureInfo.InvariantCulture) + "%"
        : value.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>Bars lie, so that long names of courts stand beside them and leave them their width.</summary>
    private static void Bars(StringBuilder svg, ProductChartData chart, decimal most, double plot, Func<string, string> encode)
    {
        for (var i = 0; i <= Steps; i++)
        {
            var value = most * i / Steps;
            var x = X(value);
            svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{x:0.#}\" x2=\"{x:0.#}\" y1=\"{Top}\" y2=\"{Top + plot:0.#}\" stroke=\"#d6d6d6\"/>");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:0.#}\" y=\"{Top + plot + 16:0.#}\" text-anchor=\"middle\" font-size=\"12\">{Show(value, chart.IsShare)}</text>");
        }
        for (var i = 0; i < chart.Names.Length; i++)
        {
            var top = Top + (i * Slot(chart)) + (Between / 2);
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{NamesLeft - 8}\" y=\"{top + (chart.Series.Length * Bar / 2) + 4:0.#}\" text-anchor=\"end\" font-size=\"13\">{encode(chart.Names[i])}</text>");
            for (var s = 0; s < chart.Series.Length; s++)
            {
                if (chart.Series[s].Values[i] is not { } figure)
                    continue;
                var value = Math.Max(figure, 0);
                svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{NamesLeft}\" y=\"{top + (s * Bar):0.#}\" width=\"{X(value) - NamesLeft:0.#}\" height=\"{Bar - 2:0.#}\" fill=\"{Colour(s)}\"/>");
                svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{X(value) + 4:0.#}\" y=\"{top + (s * Bar) + 13:0.#}\" font-size=\"11\">{Show(figure, chart.IsShare)}</text>");
            }
        }

        // Room at the right for the figure of the longest bar.
        double X(decimal value) => NamesLeft + ((double)(value / most) * (Width - NamesLeft - Right - 30));
    }

    private static void Lines(StringBuilder svg, ProductChartData chart, decimal most, Func<string, string> encode)
    {
        var slot = (Width - FiguresLeft - Right) / chart.Names.Length;
        for (var i = 0; i <= Steps; i++)
        {
            var value = most * i / Steps;
            svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{FiguresLeft}\" x2=\"{Width - Right}\" y1=\"{Y(value):0.#}\" y2=\"{Y(value):0.#}\" stroke=\"#d6d6d6\"/>");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{FiguresLeft - 6}\" y=\"{Y(value) + 4:0.#}\" text-anchor=\"end\" font-size=\"12\">{Show(value, chart.IsShare)}</text>");
        }
        for (var s = 0; s < chart.Series.Length; s++)
        {
            var figures = chart.Series[s].Values.Select((v, i) => (At: i, Value: v)).Where(f => f.Value is not null).Select(f => (f.At, f.Value!.Value)).ToArray();
            var points = string.Join(' ', figures.Select(f => string.Create(CultureInfo.InvariantCulture, $"{X(f.At):0.#},{Y(f.Value):0.#}")));
            svg.Append(CultureInfo.InvariantCulture, $"<polyline points=\"{points}\" fill=\"none\" stroke=\"{Colour(s)}\" stroke-width=\"2.5\"{(s == 0 ? "" : " stroke-dasharray=\"7 4\"")}/>");
            foreach (var (at, value) in figures)
                svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{X(at):0.#}\" cy=\"{Y(value):0.#}\" r=\"3\" fill=\"{Colour(s)}\"/>");
        }
        // Of many names only every n-th is written.
        var every = (int)Math.Ceiling(chart.Names.Length / 10.0);
        for (var i = 0; i < chart.Names.Length; i += every)
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{X(i):0.#}\" y=\"{Top + LinePlot + 18:0.#}\" text-anchor=\"middle\" font-size=\"12\">{encode(chart.Names[i])}</text>");

        double X(int i) => FiguresLeft + (slot * (i + 0.5));

        double Y(decimal value) => Top + LinePlot - ((double)(value / most) * LinePlot);
    }

    /// <summary>The room of one name with its bars.</summary>
    private static double Slot(ProductChartData chart) => (chart.Series.Length * Bar) + Between;

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
