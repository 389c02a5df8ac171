using PetitionMesh.Gateway.Imports.Sheets;

namespace PetitionMesh.Gateway.Imports;

/// <summary>One pass over an uploaded sheet.</summary>
internal interface ISheetImport
{
    /// <exception cref="SheetUnreadableException">The file as a whole can't be read.</exception>
    Task RunAsync(byte[] sheet, DateOnly today, CancellationToken cancellationToken);
}
