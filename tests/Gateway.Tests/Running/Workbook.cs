using System.Net;
using System.Text;
using ExcelDataReader;
using PetitionMesh.Gateway.Documents;

namespace PetitionMesh.Gateway.Tests.Running;

/// <summary>Reads the first sheet of what the gateway exports.</summary>
internal static class Workbook
{
    static Workbook() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static async Task<List<object?[]>> WorkbookAsync(this HttpClient client, string address)
    {
        var answer = await client.GetAsync(address);
        Assert.Equal((HttpStatusCode.OK, FileForms.XlsxType), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()));
        var rows = new List<object?[]>();
        while (reader.Read())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)]);
        return rows;
    }
}
