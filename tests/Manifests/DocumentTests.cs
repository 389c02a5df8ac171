using System.Text.RegularExpressions;
using PetitionMesh.Tests;

namespace PetitionMesh.Manifests;

/// <summary>Pages for people name files, rules and links that are there.</summary>
public sealed partial class DocumentTests
{
    private static readonly string[] s_pages =
        [.. new[] { "README.md", "README.zh-CN.md", "CHANGELOG.md", "k8s/README.md" }.Concat(
            Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Repository.Root, f)))];

    /// <summary>Folders and files of the repository, from its root with slashes.</summary>
    private static readonly HashSet<string> s_there =
        [.. new[] { "src", "tests", "bench", "docs", "eng", "k8s", ".ci" }
            .SelectMany(top => Directory.EnumerateFileSystemEntries(Path.Combine(Repository.Root, top), "*", SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))];

    /// <summary>Every number of a family of rules, up to its last.</summary>
    private static readonly Dictionary<char, int> s_rules = new() { ['W'] = 17, ['J'] = 15, ['L'] = 7, ['Y'] = 7, ['S'] = 12, ['G'] = 2 };

    [Fact]
    public void Every_link_leads_to_a_file() =>
        Assert.Empty(
            from page in s_pages
            from Match link in Link().Matches(Repository.Read(page))
            where !Path.Exists(Path.Combine(Repository.Root, Path.GetDirectoryName(page)!, link.Groups[1].Value))
            select $"{page}: {link.Groups[1].Value}");

    [Fact]
    public void Every_file_that_a_page_names_is_there() =>
        Assert.Empty(
            from page in s_pages
            from Match name in SourceFile().Matches(Repository.Read(page))
            let path = name.Groups[1].Value.TrimEnd('/')
            where !s_there.Any(there => Fits(there, path))
            select $"{page}: {path}");

    [Fact]
    public void The_page_of_the_domain_says_of_every_rule_where_it_is()
    {
        var told = RuleRow().Matches(Repository.Read("docs/domain.md")).SelectMany(row => RulesOf(row.Groups[1].Value)).ToHashSet();
        Assert.Equal([], s_rules.SelectMany(family => Enumerable.Range(1, family.Value).Select(n => $"{family.Key}{n}")).Except(told));
    }

    [Fact]
    public void No_line_stands_between_the_rows_of_a_table() =>
        Assert.Empty(from page in s_pages from Match torn in TornTable().Matches(Repository.Read(page)) select $"{page}: {torn.Value}");

    /// <summary>A name may begin below the root, and have a star.</summary>
    private static bool Fits(string there, string named) => Regex.IsMatch(there, $"(^|/){Regex.Escape(named).Replace("\\*", "[^/]*", StringComparison.Ordinal)}$");

    /// <summary>Of <c>J5, W10–W13</c>.</summary>
    private static IEnumerable<string> RulesOf(string cell) =>
        from Match rule in Rule().Matches(cell)
        let first = int.Parse(rule.Groups[2].Value, null)
        let last = rule.Groups[3].Success ? int.Parse(rule.Groups[3].Value, null) : first
        from number in Enumerable.Range(first, last - first + 1)
        select $"{rule.Groups[1].Value}{number}";

    [GeneratedRegex(@"\]\(([^)#:]+)(?:#[^)]*)?\)")]
    private static partial Regex Link();

    /// <summary>In backquotes: below a folder of the repository, or with the ending of a source file.</summary>
    [GeneratedRegex(@"`((?:(?:src|tests|bench|eng|k8s)/[\w./*-]+)|(?:[\w./*-]+\.(?:cs|sql|js)))`")]
    private static partial Regex SourceFile();

    [GeneratedRegex(@"^\| ([WJLYSG]\d[^|]*)\|", RegexOptions.Multiline)]
    private static partial Regex RuleRow();

    [GeneratedRegex(@"([WJLYSG])(\d+)(?:–[WJLYSG](\d+))?")]
    private static partial Regex Rule();

    /// <summary>A row, an empty line, and a row that is no head: no reader shows the second as part of the table.</summary>
    [GeneratedRegex(@"^\|.*\|\n\n\|.*\|\n(?!\| ?-)", RegexOptions.Multiline)]
    private static partial Regex TornTable();
}
