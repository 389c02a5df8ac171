using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PetitionMesh.Embedded;
using PetitionMesh.Grains;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Leaders;
using PetitionMesh.Grains.Petitioners;
using PetitionMesh.Grains.Privacy;
using Person = PetitionMesh.Bench.Load.Person;

namespace PetitionMesh.Bench.Memory;

/// <summary>What the city's people cost in memory: as many petitioners and cases as asked for, each with one reception, all active.</summary>
internal sealed class ActivationMemory : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 9, 10, 0, TimeSpan.FromHours(8));
    private readonly ServiceProvider _services;
    private readonly EmbeddedHost _host;
    private readonly Keyring _keyring = new(KeyFile.Create(development: true), RandomNumberGenerator.Fill);

    private ActivationMemory()
    {
        var journal = new ForgetfulJournal();
        _services = new ServiceCollection()
            .AddSingleton<IJournal>(journal)
            .AddSingleton(new Vault(_keyring, journal))
            .AddSingleton<ICityDirectory>(new FixedCity())
            .BuildServiceProvider();
        _host = new EmbeddedHost(_services, new EmbeddedHostOptions { IdleAfter = Timeout.InfiniteTimeSpan }, typeof(CaseGrain).Assembly);
    }

    private sealed class FixedCity : ICityDirectory
    {
        public CitySnapshot Current { get; } = Load();

        private static CitySnapshot Load()
        {
            using var stream = typeof(FixedCity).Assembly.GetManifestResourceStream("city.json")!;
            return new CitySnapshot(JsonSerializer.Deserialize(stream, EventsJson.Default.CityDocument)!, 1);
        }
    }

    /// <returns>Managed bytes above the process with everything loaded and one person in it, after blocking collections.</returns>
    /// <exception cref="InvalidOperationException">A reception was not registered, or activations are missing: the figure would lie.</exception>
    public static async Task<long> MeasureAsync(int people)
    {
        using var memory = new ActivationMemory();
        await memory.ReceiveAsync(0).ConfigureAwait(false);
        var before = Heap();
        for (var person = 1; person <= people; person++)
            await memory.ReceiveAsync(person).ConfigureAwait(false);
        var after = Heap();
        var active = memory._host.Figures().Classes.Sum(c => (long)c.Activations);
        if (active != 2L * (people + 1))
            throw new InvalidOperationException($"{active} activations are alive, not {2L * (people + 1)}.");
        return after - before;
    }

    public void Dispose()
    {
        _host.Dispose();
        _services.Dispose();
    }

    private static long Heap()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private async Task ReceiveAsync(int n)
    {
        if (!IdentityDocument.TryCreate(IdType.ResidentId, Person.IdNumber(n), DateOnly.FromDateTime(Now.DateTime), out var document, out var problem))
            throw new InvalidOperationException(problem);
        var key = _keyring.KeyOf(document!);
        var outcome = await _host.GetGrain<IPetitionerGrain>(key.Value).ReceiveAsync(
            new Receive(
                new CommandId("C001", $"m-{n}", [.. SHA256.HashData(Encoding.UTF8.GetBytes($"{n}"))], Recorded: true),
                new Actor("C001", "书记员", new CourtId("dg"), Role.Clerk),
                Now, new CourtId("dg"), Channel.Visit, new LeaderId("L012"), Now,
                [new Grains.Petitioners.Person(key, IdType.ResidentId, new Secret(document!.Number), new Secret(Person.Name(n)), new Secret(Person.Phone(n)))],
                new CaseReference(CaseNumber.Parse(Person.CaseNumber(n)), null, false),
                new Secret("对判决结果不服，认为一审法院认定事实不清、适用法律错误，要求对本案依法再审"), new Secret("已听取诉求并登记"), 1, Level.Local),
            []).ConfigureAwait(false);
        if (outcome is not ReceptionOutcome.Registered { Answer.First: true })
            throw new InvalidOperationException($"Person {n} was not registered: {outcome}");
    }
}
