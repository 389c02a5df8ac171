using System.CommandLine;
using Microsoft.Extensions.Options;
using PetitionMesh.Journal;

namespace PetitionMesh.Gateway.Operators;

/// <summary>An operator's command reads the same settings as the server: files beside the assembly, environment, command line.</summary>
internal static class OperatorSettings
{
    /// <summary>Lets a command take settings in the server's own form, <c>--Section:Name=value</c>, beside its options.</summary>
    public static Command WithSettings(this Command command)
    {
        command.TreatUnmatchedTokensAsErrors = false;
        return command;
    }

    /// <exception cref="InvalidDataException">A word is neither an option of the command nor a setting.</exception>
    public static IConfiguration Read(ParseResult parsed)
    {
        if (parsed.UnmatchedTokens.FirstOrDefault(t => !t.Contains(':', StringComparison.Ordinal)) is { } strange)
            throw new InvalidDataException($"无法识别的参数 {strange}；设置请写成 --节:名=值，例如 --Data:Directory=/var/lib/petition。");
        return new ConfigurationBuilder()
            .SetBasePath(AppContext.BaseDirectory)
            .AddJsonFile("appsettings.json", optional: true)
            .AddEnvironmentVariables()
            .AddCommandLine([.. parsed.UnmatchedTokens])
            .Build();
    }

    public static JournalOptions Journal(ParseResult parsed)
    {
        var configuration = Read(parsed);
        var services = new ServiceCollection().AddLogging().AddJournal(configuration).BuildServiceProvider();
        using (services)
            return services.GetRequiredService<IOptions<JournalOptions>>().Value;
    }
}
