using System.Text;

namespace PetitionMesh.Peers;

/// <summary>The cheap half of our rule for case numbers: one form for brackets, digits and spaces.</summary>
internal static class CaseNumber
{
    public static string Normal(string written) => written.Normalize(NormalizationForm.FormKC)
        .Replace('〔', '(').Replace('〕', ')').Replace('[', '(').Replace(']', ')').Replace(" ", "", StringComparison.Ordinal);
}
