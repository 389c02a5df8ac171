using Npgsql;
using PetitionMesh.Peers.Contract;

namespace PetitionMesh.Peers.Sql;

/// <summary>Composition of peer (a).</summary>
internal static class NpgsqlRegistration
{
    public static void AddNpgsqlDesk(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(new CounterScope(configuration["Counter"] == "court-day-channel"));
        services.AddSingleton(NpgsqlDataSource.Create(Tuned(configuration).ConnectionString));
        services.AddSingleton(new ReadSource(NpgsqlDataSource.Create(ForReads(configuration))));
        services.AddLookupRecord();
        services.AddSingleton<IReceptionDesk, NpgsqlDesk>();
    }

    /// <summary>
    /// Statements stay prepared on their connection, and a connection is not reset when it goes back: this peer leaves
    /// nothing on it to reset. <c>Pool</c> is the number of connections, default 64.
    /// </summary>
    public static NpgsqlConnectionStringBuilder Tuned(IConfiguration configuration) =>
        new(configuration["Database"]!)
        {
            MaxPoolSize = configuration.GetValue("Pool", 64),
            MaxAutoPrepare = 20,
            AutoPrepareMinUsages = 2,
            NoResetOnClose = true,
            Enlist = false,
        };

    public static void AddLookupRecord(this IServiceCollection services)
    {
        services.AddSingleton<LookupRecord>();
        services.AddHostedService(s => s.GetRequiredService<LookupRecord>());
    }

    /// <summary>
    /// Look-ups share few connections and send many statements to one packet (multiplexing, <c>ReadPool</c> connections, default 8);
    /// <c>Multiplexing=false</c> goes back to a connection each, as most applications have it.
    /// </summary>
    private static string ForReads(IConfiguration configuration)
    {
        var tuned = Tuned(configuration);
        tuned.Multiplexing = configuration.GetValue("Multiplexing", true);
        if (tuned.Multiplexing)
            tuned.MaxPoolSize = configuration.GetValue("ReadPool", 8);
        return tuned.ConnectionString;
    }
}
