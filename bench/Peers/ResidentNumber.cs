namespace PetitionMesh.Peers;

/// <summary>The check digit of GB 11643 (ISO 7064 MOD 11-2).</summary>
internal static class ResidentNumber
{
    private static ReadOnlySpan<byte> Weights => [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    public static bool IsValid(string number)
    {
        if (number.Length != 18)
            return false;
        var sum = 0;
        for (var i = 0; i < 17; i++)
        {
            if (!char.IsAsciiDigit(number[i]))
                return false;
            sum += (number[i] - '0') * Weights[i];
        }

        return number[17] == "10X98765432"[sum % 11];
    }
}
