using System.Collections.Immutable;
using PetitionMesh.Grains.City;

namespace PetitionMesh.Journal.Ledger;

/// <summary>A few courts or words in one column: each between two commas, so that <c>like '%,dg,%'</c> finds one.</summary>
internal static class Marked
{
    public static string Of(ImmutableArray<CourtId> courts) => courts.IsEmpty ? "" : $",{string.Join(',', courts)},";

    public static ImmutableArray<CourtId> Read(string? text) =>
        string.IsNullOrEmpty(text) ? [] : [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(CourtId.Parse)];

    public static string OfWords<TEnum>(ImmutableArray<TEnum> words)
        where TEnum : struct, Enum => words.IsEmpty ? "" : $",{string.Join(',', words.Select(Word<TEnum>.Of))},";

    public static ImmutableArray<TEnum> ReadWords<TEnum>(string? text)
        where TEnum : struct, Enum => string.IsNullOrEmpty(text) ? [] : [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Word<TEnum>.Parse)];

    public static bool Holds(string? text, string court) => text?.Contains($",{court},", StringComparison.Ordinal) == true;
}
