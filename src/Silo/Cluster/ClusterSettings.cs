using System.ComponentModel.DataAnnotations;
using System.Net;
using PetitionMesh.Journal;

namespace PetitionMesh.Silo.Cluster;

/// <summary>Section <c>Cluster</c>: which silos belong together and how they reach each other.</summary>
public sealed class ClusterSettings
{
    public const string Section = "Cluster";

    /// <summary>Default <see cref="ClusterMode.Single"/>; the embedded host knows no other.</summary>
    public ClusterMode Mode { get; set; } = ClusterMode.Single;

    /// <summary>Silos of one id form one cluster, default <c>petition-mesh</c>. A trial beside the real one takes another.</summary>
    public string Id { get; set; } = "petition-mesh";

    /// <summary>Owner of reminders and stored grain state, default <c>petition-mesh</c>. Stays the same over every deployment.</summary>
    public string Service { get; set; } = "petition-mesh";

    /// <summary>PostgreSQL of membership, reminders and stored grain state; default <c>Journal:ConnectionString</c>.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Whether a start may create and upgrade the cluster's tables (default true). False: it only checks that they are there.</summary>
    public bool Migrate { get; set; } = true;

    /// <summary>IP address at which the other silos and the clients reach this one, default 127.0.0.1.</summary>
    public string Address { get; set; } = "127.0.0.1";

    /// <summary>Port between silos, default 11111.</summary>
    [Range(1, 65_535)]
    public int SiloPort { get; set; } = 11_111;

    /// <summary>Port for clients, default 30000.</summary>
    [Range(1, 65_535)]
    public int GatewayPort { get; set; } = 30_000;

    /// <summary>How long a grain call waits for its answer, default 12 s: more than an append (8 s), less than a request (15 s).</summary>
    public TimeSpan CallTimeout { get; set; } = TimeSpan.FromSeconds(12);

    /// <summary>How long an activation that nobody calls stays in memory, default 15 minutes.</summary>
    public TimeSpan IdleAfter { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Pause between two probes of a neighbour, default 2 s; three unanswered ones let a silo vote for its death.</summary>
    public TimeSpan Probe { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How often a silo writes into the database that it lives, default 5 s; silent for three of them, it does not hold up a start.</summary>
    public TimeSpan Alive { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Dead rows of the membership table are removed after this long, default 1 day.</summary>
    public TimeSpan ForgetDeadAfter { get; set; } = TimeSpan.FromDays(1);

    /// <summary>What is wrong with the section, as a Chinese sentence that names the setting, or null.</summary>
    public string? Problem() => OptionsChecks.OutOfRange(this, Section) ?? this switch
    {
        _ when !Enum.IsDefined(Mode) => "Cluster:Mode 应为 Single、Silo 或 Client。",
        { Id: null or "" } => "Cluster:Id 不能为空。",
        { Service: null or "" } => "Cluster:Service 不能为空。",
        _ when !IPAddress.TryParse(Address, out _) => $"Cluster:Address “{Address}”不是 IP 地址。",
        { CallTimeout.Ticks: <= 0 } => "Cluster:CallTimeout 必须大于零。",
        { IdleAfter: var idle } when idle <= TimeSpan.FromMinutes(1) => "Cluster:IdleAfter 必须大于 1 分钟。",
        { Probe: var probe } when probe < TimeSpan.FromMilliseconds(100) => "Cluster:Probe 不得小于 0.1 秒。",
        { Alive: var alive } when alive < TimeSpan.FromSeconds(1) => "Cluster:Alive 不得小于 1 秒。",
        { ForgetDeadAfter: var dead } when dead < TimeSpan.FromMinutes(1) => "Cluster:ForgetDeadAfter 不得小于 1 分钟。",
        { SiloPort: var silo, GatewayPort: var gateway } when silo == gateway => "Cluster:SiloPort 与 Cluster:GatewayPort 不能相同。",
        _ => null,
    };
}
