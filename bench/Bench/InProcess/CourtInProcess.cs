using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using PetitionMesh.Embedded;
using PetitionMesh.Grains;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Cases.Acts;
using PetitionMesh.Grains.Cases.Clocks;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Journaling.Snapshots;
using PetitionMesh.Grains.Leaders;
using PetitionMesh.Grains.Petitioners;
using PetitionMesh.Grains.Privacy;
using Person = PetitionMesh.Bench.Load.Person;

namespace PetitionMesh.Bench.InProcess;

/// <summary>The real grains in this process, without gateway and database: for what is measured of them alone.</summary>
internal sealed class CourtInProcess : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 9, 10, 0, TimeSpan.FromHours(8));
    private static readonly string[] Receivers = ["L012", "L013", "L014"];
    private readonly ServiceProvider _services;
    private readonly EmbeddedHost _host;
    private readonly Keyring _keyring;
    private readonly string _name;
    private int _commands;

    /// <param name="name">Part of every command's key, so that two courts derive no id alike.</param>
    /// <param name="keyring">Null for keys of its own.</param>
    /// <param name="snapshots">Where long streams have theirs; null for nowhere.</param>
    public CourtInProcess(IJournal journal, string name = "m", Keyring? keyring = null, ISnapshots? snapshots = null)
    {
        _name = name;
        _keyring = keyring ?? NewKeyring();
        _services = new ServiceCollection()
            .AddSingleton(journal)
            .AddSingleton(new Vault(_keyring, journal))
            .AddSingleton<ICityDirectory>(new FixedCity())
            .AddSingleton(CaseTerms.Ordinary)
            .AddSingleton(new StreamSnapshots<CaseState>(snapshots ?? new Nowhere(), _keyring, SnapshotTerms.Ordinary, CaseStateJson.Default.CaseState, NullLogger.Instance))
            .BuildServiceProvider();
        _host = new EmbeddedHost(_services, new EmbeddedHostOptions { IdleAfter = Timeout.InfiniteTimeSpan }, typeof(CaseGrain).Assembly);
    }

    public static Keyring NewKeyring() => new(KeyFile.Create(development: true), RandomNumberGenerator.Fill);

    private sealed class Nowhere : ISnapshots
    {
        public Task<Snapshot?> FindAsync(StreamId stream, CancellationToken cancellationToken) => Task.FromResult<Snapshot?>(null);

        public Task KeepAsync(StreamId stream, Snapshot snapshot) => Task.CompletedTask;
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

    /// <summary>Petitioners and cases in memory.</summary>
    public long Activations => _host.Figures().Classes.Sum(c => (long)c.Activations);

    /// <summary>Registers a visit of the n-th person.</summary>
    /// <exception cref="InvalidOperationException">It was not registered: whatever is measured would not be what it says.</exception>
    public async Task<ReceptionAnswer> ReceiveAsync(int n)
    {
        if (!IdentityDocument.TryCreate(IdType.ResidentId, Person.IdNumber(n), DateOnly.FromDateTime(Now.DateTime), out var document, out var problem))
            throw new InvalidOperationException(problem);
        var key = _keyring.KeyOf(document!);
        var command = Interlocked.Increment(ref _commands) - 1;
        var outcome = await _host.GetGrain<IPetitionerGrain>(key.Value).ReceiveAsync(
            new Receive(
                new CommandId("C001", $"{_name}-{command}", [.. SHA256.HashData(Encoding.UTF8.GetBytes($"{command}"))], Recorded: true),
                new Actor("C001", "书记员", new CourtId("dg"), Role.Clerk),
                Now, new CourtId("dg"), Channel.Visit, new LeaderId(Receivers[command % Receivers.Length]), Now,
                [new Grains.Petitioners.Person(key, IdType.ResidentId, new Secret(document!.Number), new Secret(Person.Name(n)), new Secret(Person.Phone(n)))],
                new CaseReference(CaseNumber.Parse(Person.CaseNumber(n)), null, false),
                new Secret("对判决结果不服，认为一审法院认定事实不清、适用法律错误，要求对本案依法再审，并请承办法官当面说明判决理由和依据"),
                new Secret("已听取诉求并登记，由首接领导包案，七日内约见当事人答复"), 1, Level.Local),
            []).ConfigureAwait(false);
        return outcome is ReceptionOutcome.Registered registered
            ? registered.Answer
            : throw new InvalidOperationException($"Person {n} was not registered: {outcome}");
    }

    /// <summary>The owner records that he investigated.</summary>
    /// <exception cref="InvalidOperationException">It was not recorded.</exception>
    public async Task InvestigateAsync(ReceptionAnswer received)
    {
        var id = new CommandId("C001", $"{_name}-{Interlocked.Increment(ref _commands) - 1}", [], Recorded: false);
        var owner = received.Owner!.Leader;
        var outcome = await _host.GetGrain<ICaseGrain>(received.Case.Value).ActAsync(new ActRequest(
            id, new Actor(owner.Value, owner.Value, new CourtId("dg"), Role.Leader), Now, new ActId(id.Derive("act")), CaseAct.Investigate,
            [new Fact("on", "2026-11-20")], ["findings"],
            new Secret("""{"findings":"经调阅原审卷宗并约谈双方当事人，原审认定事实清楚，执行款已按期发放，信访人对利息计算仍有异议，已请执行局复核"}"""), [])).ConfigureAwait(false);
        if (outcome.Refusal is { } refusal)
            throw new InvalidOperationException(refusal.Detail);
    }

    /// <summary>Where a case stands; the first to ask has it loaded.</summary>
    public async Task<CaseStanding> StandingAsync(CaseId id) =>
        await _host.GetGrain<ICaseGrain>(id.Value).StandingAsync().ConfigureAwait(false) ?? throw new InvalidOperationException($"There is no case {id}.");

    public void Dispose()
    {
        _host.Dispose();
        _services.Dispose();
    }
}
