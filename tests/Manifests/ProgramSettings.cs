using System.Collections;
using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Configuration;
using PetitionMesh.Silo;

namespace PetitionMesh.Manifests;

/// <summary>
/// The settings that the program reads: every property of every class that names its section, and the few that are read by
/// themselves. A setting of a manifest that is not among them would be without effect.
/// </summary>
internal static class ProgramSettings
{
    private static readonly string[] s_single = ["Data__Directory", "Keys__File", "Calendar__File", "ASPNETCORE_ENVIRONMENT", "ASPNETCORE_HTTP_PORTS", "ASPNETCORE_URLS", "ASPNETCORE_FORWARDEDHEADERS_ENABLED"];

    private static readonly Dictionary<string, Type> s_known = Find();

    /// <summary>What is wrong with a setting, or null.</summary>
    /// <param name="value">Empty where it only comes at run time.</param>
    public static string? Problem(string name, string value)
    {
        if (s_single.Contains(name))
            return null;
        if (!s_known.TryGetValue(name, out var type))
            return $"{name} is read by nobody";
        if (value.Length == 0 || value.StartsWith('$'))
            return null;
        try
        {
            _ = TypeDescriptor.GetConverter(Nullable.GetUnderlyingType(type) ?? type).ConvertFromString(null, CultureInfo.InvariantCulture, value);
            return null;
        }
        catch (Exception unfit) when (unfit is FormatException or ArgumentException or NotSupportedException)
        {
            return $"{name} cannot be '{value}': {unfit.Message}";
        }
    }

    public static object? Default(string name) =>
        (from type in Sections()
         from property in SettingsOf(type)
         where Name(type, property) == name
         select property.GetValue(Activator.CreateInstance(type))).Single();

    /// <summary>Every setting as <c>Section:Name = default</c>, the default as it would be written in a configuration.</summary>
    public static IEnumerable<string> Defaults() =>
        from setting in s_known.Keys.Select(name => (Name: name.Replace("__", ":", StringComparison.Ordinal), Value: Default(name)))
            .Append(("Keys:File", PetitionMeshSilo.KeyPath(new ConfigurationBuilder().Build())))
        // Where the files of the journal lie is asked once, for all that is kept.
        select $"{(setting.Name == "Journal:DataDirectory" ? "Data:Directory" : setting.Name)} = {Written(setting.Value)}";

    private static string Written(object? value) => value switch
    {
        bool flag => flag ? "true" : "false",
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        string path when path.StartsWith(AppContext.BaseDirectory, StringComparison.Ordinal) => Path.GetRelativePath(AppContext.BaseDirectory, path).Replace('\\', '/'),
        IDictionary or null => "",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static Dictionary<string, Type> Find() =>
        (from type in Sections() from property in SettingsOf(type) select (Name(type, property), property.PropertyType)).ToDictionary();

    private static IEnumerable<Type> Sections() =>
        from assembly in new[] { "PetitionMesh.Gateway", "PetitionMesh.Silo", "PetitionMesh.Journal" }.Select(Assembly.Load)
        from type in assembly.GetTypes()
        where type.GetField("Section") is { IsLiteral: true }
        select type;

    private static PropertyInfo[] SettingsOf(Type section) => section.GetProperties(BindingFlags.Public | BindingFlags.Instance);

    private static string Name(Type type, PropertyInfo property) =>
        $"{(string)type.GetField("Section")!.GetRawConstantValue()!}__{property.Name}".Replace(":", "__", StringComparison.Ordinal);
}
