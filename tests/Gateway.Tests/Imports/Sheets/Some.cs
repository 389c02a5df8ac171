using System.Text;
using PetitionMesh.Gateway.Imports.Sheets;

namespace PetitionMesh.Gateway.Tests.Imports.Sheets;

internal static class Some
{
    public static readonly DateOnly Today = new(2026, 11, 21);

    public static readonly SheetLimits Limits = new();

    /// <summary>A good resident number.</summary>
    public const string Id = "990101198106191288";

    public static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    public static string DataFile(string name) => Path.Combine(AppContext.BaseDirectory, "Imports", "Sheets", "Data", name);

    public static Stream Csv(string text) => new MemoryStream(Encoding.UTF8.GetBytes(text));

    /// <summary>What is wrong with a row is said in whole sentences.</summary>
    public static List<RowReading<UnresolvedRow>> Read(Stream stream, SheetLimits? limits = null)
    {
        List<RowReading<UnresolvedRow>> rows = [.. UnresolvedSheet.Read(stream, Today, limits ?? Limits)];
        Assert.All(rows.SelectMany(r => r.Problems), p => Assert.Matches("。(（该项未导入，其余照常导入）)?$", p.Message));
        return rows;
    }

    public static List<RowReading<UnresolvedRow>> Read(string csv, SheetLimits? limits = null) => Read(Csv(csv), limits);

    /// <summary>The one row of a sheet with unit and claim and the given further column.</summary>
    public static RowReading<UnresolvedRow> ReadOne(string column, string value) =>
        Assert.Single(Read($"责任单位,信访事由,{column}\n东港区人民法院,请求司法救助,\"{value}\"\n"));

    public static SheetUnreadableException Refused(Stream stream, SheetLimits? limits = null)
    {
        var refused = Assert.Throws<SheetUnreadableException>(() => Read(stream, limits));
        Assert.EndsWith("。", refused.Message, StringComparison.Ordinal);
        return refused;
    }
}
