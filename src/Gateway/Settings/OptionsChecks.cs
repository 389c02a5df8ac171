using Microsoft.Extensions.Options;

namespace PetitionMesh.Gateway.Settings;

/// <summary>Options say themselves what is wrong with them; the start shows that sentence.</summary>
internal static class OptionsChecks
{
    /// <param name="problem">A Chinese sentence naming the setting, or null.</param>
    public static OptionsBuilder<T> Checked<T>(this OptionsBuilder<T> options, Func<T, string?> problem)
        where T : class
    {
        options.Services.AddSingleton<IValidateOptions<T>>(new Check<T>(problem));
        return options.ValidateOnStart();
    }

    private sealed class Check<T>(Func<T, string?> problem) : IValidateOptions<T>
        where T : class
    {
        public ValidateOptionsResult Validate(string? name, T options) =>
            problem(options) is { } sentence ? ValidateOptionsResult.Fail(sentence) : ValidateOptionsResult.Success;
    }
}
