using System.ComponentModel;
using System.Globalization;
using System.Reflection;

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
         from property in type.GetProperties()
         where Name(type, property) == name
         select property.GetValue(Activator.CreateInstance(type))).Single();

    private static Dictionary<string, Type> Find() =>
        (from type in Sections() from property in type.GetProperties() select (Name(type, property), property.PropertyType)).ToDictionary();

    private static IEnumerable<Type> Sections() =>
        from assembly in new[] { "PetitionMesh.Gateway", "PetitionMesh.Silo", "PetitionMesh.Journal" }.Select(Assembly.Load)
        from type in assembly.GetTypes()
        where type.GetField("Section") is { IsLiteral: true }
        select type;

    private static string Name(Type type, PropertyInfo property) =>
        $"{(string)type.GetField("Section")!.GetRawConstantValue()!}__{property.Name}".Replace(":", "__", StringComparison.Ordinal);
}
