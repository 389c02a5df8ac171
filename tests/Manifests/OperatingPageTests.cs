using System.Text.RegularExpressions;
using PetitionMesh.Tests;

namespace PetitionMesh.Manifests;

/// <summary>What the operators' page says of settings is what the program reads.</summary>
public sealed partial class OperatingPageTests
{
    [Fact]
    public void The_page_lists_every_setting_with_its_default_and_no_other() =>
        Assert.Equal(
            ProgramSettings.Defaults().Order(StringComparer.Ordinal),
            Row().Matches(Repository.Read("docs/operating.md")).Select(m => $"{m.Groups["name"]} = {m.Groups["default"]}").Order(StringComparer.Ordinal));

    /// <summary>What is named after a court or unit stands under its name: <c>Section:Name:{court}</c>.</summary>
    [GeneratedRegex(@"^\| `(?<name>[A-Z]\w+:\w+)[^`]*` \| (?:`(?<default>[^`]*)`|—) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
