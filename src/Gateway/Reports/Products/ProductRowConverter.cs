using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using PetitionMesh.Gateway.Documents;

namespace PetitionMesh.Gateway.Reports.Products;

/// <summary>
/// Writes a row so that it comes back as it was: texts and numbers as such, a share as <c>{"share":0.25}</c>, a day as <c>{"day":"2026-11-21"}</c>,
/// nothing as null.
/// </summary>
internal sealed class ProductRowConverter : JsonConverter<ProductRow>
{
    private const string DayForm = "yyyy-MM-dd";

    public override ProductRow Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var cells = ImmutableArray.CreateBuilder<SheetCell>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            cells.Add(ReadCell(ref reader));
        return new ProductRow(cells.ToImmutable());
    }

    public override void Write(Utf8JsonWriter writer, ProductRow value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var cell in value.Cells)
            WriteCell(writer, cell);
        writer.WriteEndArray();
    }

    private static SheetCell ReadCell(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return SheetCell.Empty;
            case JsonTokenType.String:
                return SheetCell.Of(reader.GetString());
            case JsonTokenType.Number:
                return SheetCell.Of(reader.GetInt64());
            case JsonTokenType.StartObject:
                reader.Read();
                var name = reader.GetString();
                reader.Read();
                var cell = name == "share"
                    ? SheetCell.Percent(reader.GetDecimal())
                    : SheetCell.Of(DateOnly.ParseExact(reader.GetString()!, DayForm, CultureInfo.InvariantCulture));
                reader.Read();
                return cell;
            default:
                throw new JsonException("A cell is a text, a number, a share, a day or null.");
        }
    }

    private static void WriteCell(Utf8JsonWriter writer, SheetCell cell)
    {
        switch (cell.Kind)
        {
            case CellKind.Text:
                writer.WriteStringValue(cell.Text);
                break;
            case CellKind.Number:
                writer.WriteNumberValue((long)cell.Number);
                break;
            case CellKind.Percent:
                writer.WriteStartObject();
                writer.WriteNumber("share", cell.Number);
                writer.WriteEndObject();
                break;
            case CellKind.Day:
                writer.WriteStartObject();
                writer.WriteString("day", cell.Day.ToString(DayForm, CultureInfo.InvariantCulture));
                writer.WriteEndObject();
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }
}
