using System.Text.RegularExpressions;

namespace PetitionMesh.Gateway.Tests.Tour;

/// <summary>One request of a <c>.http</c> file, as editors send it.</summary>
/// <param name="Name">Of <c># @name</c>: by it later requests quote the answer.</param>
internal sealed partial record RequestFile(string Title, string? Name, string Method, string Address, IReadOnlyDictionary<string, string> Headers, string? Body)
{
    public static IEnumerable<RequestFile> Read(string text) =>
        from part in Part().Split(text).Skip(1)
        select Parse(part.Split('\n', 2)[0].Trim(), part.Split('\n', 2)[1].Trim());

    /// <summary>With every <c>{{name}}</c> replaced by what <paramref name="value"/> says of it.</summary>
    public RequestFile With(Func<string, string> value)
    {
        return this with
        {
            Address = Filled(Address),
            Headers = Headers.ToDictionary(h => h.Key, h => Filled(h.Value)),
            Body = Body is null ? null : Filled(Body),
        };

        string Filled(string text) => Variable().Replace(text, m => value(m.Groups[1].Value));
    }

    private static RequestFile Parse(string title, string text)
    {
        var (head, body) = text.Split("\n\n", 2) is [var first, var rest] ? (first, rest) : (text, null);
        var lines = head.Split('\n');
        var request = lines.Single(l => Request().IsMatch(l)).Split(' ', 2);
        var name = lines.Where(l => l.StartsWith("# @name ", StringComparison.Ordinal)).Select(l => l["# @name ".Length..]).SingleOrDefault();
        var headers = lines.Where(l => l.Contains(": ", StringComparison.Ordinal)).Select(l => l.Split(": ", 2)).ToDictionary(h => h[0], h => h[1]);
        return new RequestFile(title, name, request[0], request[1], headers, body);
    }

    [GeneratedRegex("^###", RegexOptions.Multiline)]
    private static partial Regex Part();

    [GeneratedRegex("^(GET|POST|PUT) ")]
    private static partial Regex Request();

    [GeneratedRegex(@"\{\{(.*?)\}\}")]
    private static partial Regex Variable();
}
