using System.ComponentModel;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace PetitionMesh.Silo.Settings;

/// <summary>
/// Terms of single courts or units, <c>Section:NameOf:{court}</c>. The framework's binder passes over a value that it cannot read, which leaves the
/// court with the city's term and nobody told, and it takes <c>zy:民一庭</c> for a section <c>zy</c>; so these are read here.
/// </summary>
internal static class OwnTerms
{
    /// <param name="owners">Filled by what follows the setting's name, <c>dg</c>, <c>zy:民一庭</c> or <c>dg:meet</c>.</param>
    public static OptionsBuilder<TOptions> WithOwn<TOptions, T>(
        this OptionsBuilder<TOptions> options, IConfigurationSection section, Func<TOptions, Dictionary<string, T>> owners)
        where TOptions : class => options.Configure(it => Read(section, owners(it)));

    /// <exception cref="OptionsValidationException">A value is none of its kind.</exception>
    private static void Read<T>(IConfigurationSection section, Dictionary<string, T> owners)
    {
        owners.Clear();
        var kind = TypeDescriptor.GetConverter(typeof(T));
        foreach (var (owner, text) in section.AsEnumerable(makePathsRelative: true))
        {
            if (text is null)
                continue;
            try
            {
                owners[owner] = (T)kind.ConvertFromString(null, CultureInfo.InvariantCulture, text)!;
            }
            catch (Exception unreadable) when (unreadable is FormatException or ArgumentException)
            {
                throw new OptionsValidationException(section.Path, typeof(T), [$"配置的值无法识别：{section.Path}:{owner}，请核对后重试。"]);
            }
        }
    }
}
