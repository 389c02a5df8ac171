using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace PetitionMesh.Journal;

/// <summary>Options say themselves what is wrong with them; the start shows that sentence and nothing else.</summary>
public static class OptionsChecks
{
    /// <summary>Checked when the process starts, before anything else of it does.</summary>
    /// <param name="problem">A Chinese sentence naming the setting, or null.</param>
    public static OptionsBuilder<T> Checked<T>(this OptionsBuilder<T> options, Func<T, string?> problem)
        where T : class
    {
        options.Services.AddSingleton<IValidateOptions<T>>(new Check<T>(problem));
        return options.ValidateOnStart();
    }

    /// <summary>The first property outside its <see cref="RangeAttribute"/>, as a Chinese sentence; null when there is none.</summary>
    public static string? OutOfRange(object options, string section)
    {
        foreach (var property in options.GetType().GetProperties())
        {
            if (property.GetCustomAttribute<RangeAttribute>() is { } range && !range.IsValid(property.GetValue(options)))
                return $"配置 {section}:{property.Name} 应为 {Written(range.Minimum)} 至 {Written(range.Maximum)}。";
        }
        return null;
    }

    private static string Written(object bound) =>
        bound is TimeSpan time ? time.ToString("g", CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{bound}");

    private sealed class Check<T>(Func<T, string?> problem) : IValidateOptions<T>
        where T : class
    {
        public ValidateOptionsResult Validate(string? name, T options) =>
            problem(options) is { } sentence ? ValidateOptionsResult.Fail(sentence) : ValidateOptionsResult.Success;
    }
}
