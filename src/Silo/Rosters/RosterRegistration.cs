using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.ReceptionDays;
using PetitionMesh.Grains.Rosters;
using PetitionMesh.Silo.City;
using PetitionMesh.Silo.News;

namespace PetitionMesh.Silo.Rosters;

/// <summary>What rosters need in a process: the calendar, the courts' terms, and who is on duty.</summary>
internal static class RosterRegistration
{
    public static void AddRosters(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<CalendarOptions>().Bind(configuration.GetSection(CalendarOptions.Section));
        services.TryAddSingleton(provider => WorkingCalendarFiles.Read(provider.GetRequiredService<IOptions<CalendarOptions>>().Value.File));
        services.AddOptions<RosterOptions>()
            .Bind(configuration.GetSection(RosterOptions.Section))
            .Validate(
                options => options.SwapNoticeHoursOf.Values.Append(options.SwapNoticeHours).All(hours => hours is >= 24 and <= 24 * 31),
                "Rosters: notice of a swap is 24 to 744 hours (W16).")
            .Validate(options => options.BookUntilHours is >= 0 and <= 24 * 31, "Rosters: appointments close 0 to 744 hours before a reception day (S7).")
            .ValidateOnStart();
        services.AddSingleton(provider => new ReceptionDaysTerms(TimeSpan.FromHours(provider.GetRequiredService<IOptions<RosterOptions>>().Value.BookUntilHours)));
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<RosterOptions>>().Value.ToTerms());
        services.AddSingleton<DutyDirectory>();
        services.AddSingleton<IDutyDirectory>(provider => provider.GetRequiredService<DutyDirectory>());
        services.AddSingleton<IJournalNews, DutyNews>();
    }
}
