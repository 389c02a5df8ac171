namespace PetitionMesh.Gateway.Imports;

/// <summary>What sheets may be: the last part of the address that takes them.</summary>
internal static class ImportKinds
{
    /// <summary>信访积案台账 (J1).</summary>
    public const string UnresolvedCases = "unresolved-cases";

    /// <summary>首诉登记簿 (Y1).</summary>
    public const string FirstRequests = "first-requests";

    public static bool IsKnown(string kind) => kind is UnresolvedCases or FirstRequests;
}
