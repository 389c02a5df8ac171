using System.Security.Cryptography;
using System.Text;
using PetitionMesh.Grains;

namespace PetitionMesh.Gateway.Imports;

/// <summary>
/// Names rows by a keyed hash of what they say, so that the same sheet sent again, in whatever encoding, is known row by row. Not for two threads:
/// rows that say the same are told apart by their order.
/// </summary>
internal sealed class RowKeys(byte[] hashKey)
{
    private const string Caller = "import";

    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);

    public CommandId CommandOf(string content)
    {
        var hash = HashOf(content);
        return new CommandId(Caller, Distinct(Convert.ToHexStringLower(hash)), [.. hash], Recorded: true);
    }

    /// <summary>A name of a row itself; shorter than a command's.</summary>
    public string Of(string prefix, string content) => Distinct(prefix + Convert.ToHexStringLower(HashOf(content).AsSpan(0, 16)));

    private byte[] HashOf(string text) => HMACSHA256.HashData(hashKey, Encoding.UTF8.GetBytes(text));

    private string Distinct(string key)
    {
        var times = _seen[key] = _seen.GetValueOrDefault(key) + 1;
        return times == 1 ? key : $"{key}-{times}";
    }
}
