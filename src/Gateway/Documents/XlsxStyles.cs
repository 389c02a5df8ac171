using DocumentFormat.OpenXml.Spreadsheet;

namespace PetitionMesh.Gateway.Documents;

/// <summary>The few cell styles our sheets use.</summary>
internal static class XlsxStyles
{
    /// <summary>Header cells: bold on grey, text.</summary>
    public const uint Title = 1;

    private const uint Text = 2;
    private const uint Number = 3;
    private const uint Percent = 4;
    private const uint Day = 5;
    private const uint DayFormat = 164;

    public static uint Of(CellKind kind) => kind switch
    {
        CellKind.Text => Text,
        CellKind.Number => Number,
        CellKind.Percent => Percent,
        CellKind.Day => Day,
        _ => 0,
    };

    public static Stylesheet Sheet() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = DayFormat, FormatCode = "yyyy\\-mm\\-dd" }),
        new Fonts(Face(bold: false), Face(bold: true)),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = "FFE7EAF0" }) { PatternType = PatternValues.Solid })),
        new Borders(new Border(), Thin()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(),
            new CellFormat(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Center })
            { FontId = 1, FillId = 2, BorderId = 1, QuotePrefix = true, ApplyFont = true, ApplyFill = true },
            new CellFormat(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top }) { NumberFormatId = 49, BorderId = 1, QuotePrefix = true, ApplyNumberFormat = true },
            new CellFormat { NumberFormatId = 3, BorderId = 1, ApplyNumberFormat = true },
            new CellFormat { NumberFormatId = 10, BorderId = 1, ApplyNumberFormat = true },
            new CellFormat { NumberFormatId = DayFormat, BorderId = 1, ApplyNumberFormat = true }));

    private static Font Face(bool bold)
    {
        var font = new Font();
        if (bold)
            font.Append(new Bold());
        font.Append(new FontSize { Val = 11 }, new FontName { Val = "宋体" });
        return font;
    }

    private static Border Thin() => new(
        new LeftBorder { Style = BorderStyleValues.Thin },
        new RightBorder { Style = BorderStyleValues.Thin },
        new TopBorder { Style = BorderStyleValues.Thin },
        new BottomBorder { Style = BorderStyleValues.Thin },
        new DiagonalBorder());
}
