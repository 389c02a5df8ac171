namespace PetitionMesh.Gateway.Imports.Sheets;

/// <summary>How much of a spreadsheet is read. A hostile file must cost no more than these; tests make them smaller.</summary>
internal sealed class SheetLimits
{
    /// <summary>Filled data rows, default 100,000. One more refuses the file.</summary>
    public int MaxRows { get; init; } = 100_000;

    /// <summary>Columns, default 256. More refuse an XLSX file; in CSV what lies beyond is not read.</summary>
    public int MaxColumns { get; init; } = 256;

    /// <summary>UTF-16 units of one cell, default 32,767 as in Excel. A longer cell is a problem of its row.</summary>
    public int MaxCellLength { get; init; } = 32_767;

    /// <summary>Lines looked at for the header, default 20: sheets often carry a title and a note above it.</summary>
    public int MaxLinesBeforeHeader { get; init; } = 20;

    /// <summary>Bytes of an XLSX file unpacked, default 512 MiB. The worksheets among them are streamed.</summary>
    public long MaxUnpackedBytes { get; init; } = 512L << 20;

    /// <summary>Bytes of an XLSX file's shared texts unpacked, default 64 MiB: they alone are held in memory.</summary>
    public long MaxSharedTextBytes { get; init; } = 64L << 20;

    /// <summary>Parts within an XLSX file, default 1,000.</summary>
    public int MaxParts { get; init; } = 1_000;
}
