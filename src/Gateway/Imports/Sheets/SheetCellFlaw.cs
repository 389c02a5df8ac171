namespace PetitionMesh.Gateway.Imports.Sheets;

/// <summary>Why a cell can't be taken as it stands.</summary>
internal enum SheetCellFlaw
{
    None,
    TooLong,

    /// <summary>A CSV quote that is never closed: the rest of the file is in this cell.</summary>
    UnclosedQuote,

    /// <summary>A CSV quote that was closed by one of a later row: the rows between are in this cell.</summary>
    StrayQuote,

    /// <summary>A formula that no spreadsheet has computed yet.</summary>
    FormulaWithoutValue,

    /// <summary>#N/A, #REF! and the like.</summary>
    FormulaError,
}
