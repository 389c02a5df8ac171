using System.Security.Cryptography;

namespace PetitionMesh.Peers;

/// <summary>The code on a receipt: 60 random bits in letters and digits that are not mistaken for each other.</summary>
internal static class QueryCode
{
    public static string New() => RandomNumberGenerator.GetString("23456789ABCDEFGHJKLMNPQRSTUVWXYZ", 12);
}
