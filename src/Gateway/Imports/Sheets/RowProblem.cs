namespace PetitionMesh.Gateway.Imports.Sheets;

/// <summary>What is wrong with one field of one row, as the answer of an import names it. Never repeats the field's content.</summary>
/// <param name="Row">Position below the header, from 1, empty lines counted and on over further worksheets; 0 for the file as a whole.</param>
/// <param name="Field">The column's name in Chinese; empty for the row as a whole.</param>
/// <param name="Message">A Chinese sentence that says what to do.</param>
internal sealed record RowProblem(int Row, string Field, string Message);
