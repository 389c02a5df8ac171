using System.IO.Compression;
using System.Xml;

namespace PetitionMesh.Gateway.Imports.Sheets;

/// <summary>What the library doesn't tell of a workbook: from when its days count, and which part holds which worksheet.</summary>
internal sealed class XlsxBook
{
    private const string Folder = "xl/";
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true };

    private readonly ZipArchive _zip;
    private readonly Dictionary<string, string> _partById = [];
    private readonly Dictionary<string, string> _idByName = [];

    /// <param name="zip">Stays open, since worksheets are read from it.</param>
    public XlsxBook(ZipArchive zip)
    {
        _zip = zip;
        foreach (var relation in Elements("xl/_rels/workbook.xml.rels", "Relationship"))
            _partById[relation.GetAttribute("Id") ?? ""] = relation.GetAttribute("Target") ?? "";
        foreach (var sheet in Elements("xl/workbook.xml", "workbookPr", "sheet"))
        {
            if (sheet.LocalName == "workbookPr")
                CountsFrom1904 = sheet.GetAttribute("date1904") is "1" or "true";
            else
                _idByName[sheet.GetAttribute("name") ?? ""] = RelationOf(sheet);
        }
    }

    /// <summary>Days count from 1904, as old Macs did, so that a plain number is 1,462 days later than elsewhere.</summary>
    public bool CountsFrom1904 { get; }

    /// <summary>The XML of a worksheet; null where it can't be found.</summary>
    public XmlReader? Open(string sheet) =>
        _partById.TryGetValue(_idByName.GetValueOrDefault(sheet, ""), out var target) ? Part(target.StartsWith('/') ? target[1..] : Folder + target) : null;

    private IEnumerable<XmlReader> Elements(string part, params string[] names)
    {
        using var xml = Part(part);
        while (xml?.Read() == true)
        {
            if (xml.NodeType == XmlNodeType.Element && names.Contains(xml.LocalName))
                yield return xml;
        }
    }

    private XmlReader? Part(string path) =>
        _zip.Entries.FirstOrDefault(part => part.FullName.Equals(path, StringComparison.OrdinalIgnoreCase)) is { } entry
            ? XmlReader.Create(entry.Open(), Settings)
            : null;

    /// <summary>The attribute has the same name in the transitional and the strict form, but another namespace.</summary>
    private static string RelationOf(XmlReader sheet)
    {
        while (sheet.MoveToNextAttribute())
        {
            if (sheet.LocalName == "id" && sheet.NamespaceURI.Length > 0)
                return sheet.Value;
        }
        return "";
    }
}
