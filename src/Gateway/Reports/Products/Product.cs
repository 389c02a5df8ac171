using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PetitionMesh.Gateway.Documents;

namespace PetitionMesh.Gateway.Reports.Products;

/// <summary>
/// A periodic product (S1, J12) before anybody chose a form: the same sections become JSON, a page, a paper and a workbook, so no form can
/// say another figure. Its JSON is what is frozen; it holds nothing personal.
/// </summary>
/// <param name="Kind">The product's word, such as <c>bulletin</c>.</param>
/// <param name="Scope">A court's id, or <c>city</c>.</param>
/// <param name="Position">Of the journal, for which every figure is exact.</param>
/// <param name="Sections">In the order of the paper.</param>
internal sealed record Product(
    string Kind,
    string Title,
    string Scope,
    string ScopeName,
    DateOnly From,
    DateOnly To,
    long Position,
    DateTimeOffset? At,
    ImmutableArray<ProductSection> Sections,
    ImmutableArray<Definition> Definitions);

/// <param name="Paragraphs">What the section says in words.</param>
internal sealed record ProductSection(string Heading, ImmutableArray<string> Paragraphs, ImmutableArray<ProductTable> Tables);

/// <param name="Id">Stable within the product; corrections name it.</param>
/// <param name="Chart">How to draw some of its columns; null for a table only.</param>
internal sealed record ProductTable(
    string Id, string Caption, ImmutableArray<ProductColumn> Columns, ImmutableArray<ProductRow> Rows, ProductChart? Chart = null);

/// <param name="Key">Stable name of the column in JSON.</param>
/// <param name="AsOf">True where it says how things stand at the product's position, not what happened in its period: that it is other later corrects nothing.</param>
internal sealed record ProductColumn(
    string Key, string Title, double Width = 12, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool AsOf = false);

/// <summary>A row's cells in the order of the columns; in JSON an array of texts, numbers, shares, days and nulls.</summary>
[JsonConverter(typeof(ProductRowConverter))]
internal sealed record ProductRow(ImmutableArray<SheetCell> Cells)
{
    public static ProductRow Of(params ReadOnlySpan<SheetCell> cells) => new([.. cells]);
}

/// <param name="Kind">Bars compare rows; a line follows them in time.</param>
/// <param name="Columns">Keys of the columns that are drawn; the first column names the rows.</param>
/// <param name="Rows">Only this many of the first rows; the last is often a sum.</param>
internal sealed record ProductChart(ChartKind Kind, string Title, ImmutableArray<string> Columns, int Rows);

[JsonConverter(typeof(PetitionMesh.Grains.CamelCaseEnumConverter<ChartKind>))]
internal enum ChartKind
{
    Bar,
    Line,
}

/// <summary>What a figure means, with its denominator; printed with every product.</summary>
internal sealed record Definition(string Term, string Meaning);
