using Npgsql;
using PetitionMesh.Peers.Contract;

namespace PetitionMesh.Peers.Sql;

/// <summary>Composition of peer (a).</summary>
internal static class NpgsqlRegistration
{
    public static void AddNpgsqlDesk(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(new CounterScope(configuration["Counter"] == "court-day-channel"));
        services.AddSingleton(NpgsqlDataSource.Create(Tuned(configuration)));
        services.AddSingleton<IReceptionDesk, NpgsqlDesk>();
    }

    /// <summary>
    /// Statements stay prepared on their connection, and a connection is not reset when it goes back: this peer leaves
    /// nothing on it to reset. <c>Pool</c> is the number of connections, default 64.
    /// </summary>
    public static string Tuned(IConfiguration configuration)
    {
        var tuned = new NpgsqlConnectionStringBuilder(configuration["Database"]!)
        {
            MaxPoolSize = configuration.GetValue("Pool", 64),
            MaxAutoPrepare = 20,
            AutoPrepareMinUsages = 2,
            NoResetOnClose = true,
            Enlist = false,
            Multiplexing = configuration.GetValue("Multiplexing", false),
        };
        return tuned.ConnectionString;
    }
}
