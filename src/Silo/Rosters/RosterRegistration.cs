using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using PetitionMesh.Grains.ReceptionDays;
using PetitionMesh.Grains.Rosters;
using PetitionMesh.Journal;
using PetitionMesh.Silo.City;
using PetitionMesh.Silo.News;
using PetitionMesh.Silo.Settings;

namespace PetitionMesh.Silo.Rosters;

/// <summary>What rosters need in a process: the calendar, the courts' terms, and who is on duty.</summary>
internal static class RosterRegistration
{
    public static void AddRosters(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<CalendarOptions>().Bind(configuration.GetSection(CalendarOptions.Section));
        services.TryAddSingleton(provider => provider.GetRequiredService<IOptions<CalendarOptions>>().Value.Read());
        services.AddOptions<RosterOptions>()
            .Bind(configuration.GetSection(RosterOptions.Section))
            .WithOwn(configuration.GetSection($"{RosterOptions.Section}:{nameof(RosterOptions.SwapNoticeHoursOf)}"), options => options.SwapNoticeHoursOf)
            .Checked(options => options.Problem());
        services.AddSingleton(provider => new ReceptionDaysTerms(TimeSpan.FromHours(provider.GetRequiredService<IOptions<RosterOptions>>().Value.BookUntilHours)));
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<RosterOptions>>().Value.ToTerms());
        services.AddSingleton<DutyDirectory>();
        services.AddSingleton<IDutyDirectory>(provider => provider.GetRequiredService<DutyDirectory>());
        services.AddSingleton<IJournalNews, DutyNews>();
    }
}
