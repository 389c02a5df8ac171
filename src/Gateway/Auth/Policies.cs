using System.Collections.Frozen;
using Microsoft.AspNetCore.Authorization;
using PetitionMesh.Grains;
using PetitionMesh.Grains.Cases.Acts;

namespace PetitionMesh.Gateway.Auth;

/// <summary>Who may call what. An endpoint without one of these, or an explicit <c>AllowAnonymous</c>, stops the start.</summary>
internal static class Policies
{
    public const string Register = "register";
    public const string LookUp = "look-up";
    public const string ReadCity = "read-city";
    public const string LoadCity = "load-city";
    public const string ReadCases = "read-cases";
    public const string ActOnCases = "act-on-cases";
    public const string Count = "count";
    public const string Import = "import";
    public const string ReadRosters = "read-rosters";
    public const string KeepRosters = "keep-rosters";
    public const string TellLeave = "tell-leave";
    public const string SetSensitivePeriods = "set-sensitive-periods";
    public const string ReadSwaps = "read-swaps";
    public const string SwapDuty = "swap-duty";
    public const string ReportDaily = "report-daily";
    public const string ReadDaily = "read-daily";
    public const string SuperviseDaily = "supervise-daily";
    public const string RaiseAlerts = "raise-alerts";
    public const string AnswerSummonses = "answer-summonses";
    public const string ReadDesks = "read-desks";
    public const string ReadAwaiting = "read-awaiting";
    public const string EraseData = "erase-data";
    public const string ReadDutyLogs = "read-duty-logs";
    public const string SucceedOwners = "succeed-owners";
    public const string RecuseOwners = "recuse-owners";
    public const string ReadOwnerless = "read-ownerless";
    public const string RecordInquiries = "record-inquiries";
    public const string FilePapers = "file-papers";
    public const string ReportOutsideVisits = "report-outside-visits";
    public const string AssignCases = "assign-cases";
    public const string ReadFirstRequests = "read-first-requests";
    public const string RouteMatters = "route-matters";
    public const string DisputeRoutings = "dispute-routings";
    public const string ReadRoutings = "read-routings";
    public const string OpenCampaigns = "open-campaigns";
    public const string RunCampaigns = "run-campaigns";
    public const string FindCampaigns = "find-campaigns";
    public const string ReadCampaigns = "read-campaigns";
    public const string KeepErrandDesks = "keep-errand-desks";
    public const string ReadErrandDesks = "read-errand-desks";
    public const string HandleComplaints = "handle-complaints";
    public const string CheckComplaints = "check-complaints";
    public const string ReadComplaints = "read-complaints";
    public const string CheckOnSite = "check-on-site";
    public const string ScreenLawsuits = "screen-lawsuits";
    public const string ReadScreenings = "read-screenings";
    public const string Operate = "operate";

    private static readonly FrozenDictionary<string, int> Roles = Named();

    /// <summary>Whether a holder of this role may call an endpoint with that policy; never with one that nobody knows.</summary>
    public static bool Allows(string? policy, Role role) =>
        policy is not null && Roles.TryGetValue(policy, out var allowed) && (allowed >> (int)role & 1) == 1;

    /// <summary>The policy of an act's endpoint: the roles that may be meant by its form.</summary>
    public static string OfAct(ActForm form) => $"act-{form.Slug}";

    private static Role[] RolesOf(Who may) =>
    [
        .. new (Who Who, Role Role)[]
        {
            (Who.Clerk, Role.Clerk), (Who.Owner | Who.AnyLeader | Who.President, Role.Leader), (Who.Office, Role.Office),
            (Who.Supervisor, Role.Supervisor), (Who.Judge, Role.Judge), (Who.LeadingGroup, Role.LeadingGroup),
        }.Where(p => (may & p.Who) != 0).Select(p => p.Role),
    ];

    /// <summary>Called when everything is mapped: an endpoint that says nothing about who may call it stops the start.</summary>
    /// <remarks>No fallback policy: it would also answer 401 where there is no endpoint at all and 404, 405 or 415 is the truth.</remarks>
    public static void RequireOnEvery(IEndpointRouteBuilder routes)
    {
        foreach (var endpoint in routes.DataSources.SelectMany(s => s.Endpoints))
        {
            if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
                continue;
            var asked = endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>();
            if (asked.Count == 0 || asked.Any(a => a.Policy is null || !Roles.ContainsKey(a.Policy)))
                throw new InvalidOperationException($"The endpoint {endpoint.DisplayName} declares no policy.");
        }
    }

    private static FrozenDictionary<string, int> Named()
    {
        Role[] people = [Role.Clerk, Role.Leader, Role.Office, Role.Supervisor, Role.LeadingGroup, Role.Judge];
        var named = new Dictionary<string, int>
        {
            [Register] = Of(Role.Clerk, Role.Leader, Role.Office),
            [LookUp] = Of(Role.Clerk, Role.Leader, Role.Office, Role.Supervisor),
            [ReadCity] = Of([.. people, Role.Reporter, Role.Ops]), // Courts and leaders by name and post; nothing of petitioners.
            [LoadCity] = Of(Role.Supervisor),
            [ReadCases] = Of(people),
            [ActOnCases] = Of(Role.Clerk, Role.Leader, Role.Office, Role.Supervisor),
            [Count] = Of(Role.Reporter, Role.Supervisor, Role.Office),
            [Import] = Of(Role.Supervisor, Role.Office),
            [ReadRosters] = Of(people),
            [KeepRosters] = Of(Role.Office, Role.Supervisor),
            [TellLeave] = Of(Role.Leader, Role.Office, Role.Supervisor),
            [SetSensitivePeriods] = Of(Role.Supervisor),
            [ReadSwaps] = Of(Role.Leader, Role.Office, Role.Supervisor),
            [SwapDuty] = Of(Role.Leader),
            [AnswerSummonses] = Of(Role.Clerk, Role.Leader, Role.Office),
            [ReadDesks] = Of(Role.Leader, Role.Office, Role.Supervisor),
            [ReadAwaiting] = Of(Role.Leader, Role.Supervisor, Role.LeadingGroup),
            [EraseData] = Of(Role.Supervisor),
            [ReadDutyLogs] = Of(Role.Clerk, Role.Leader, Role.Office, Role.Supervisor),
            [SucceedOwners] = Of(Role.Office, Role.Supervisor),
            [RecuseOwners] = Of(Role.Leader, Role.Office, Role.Supervisor), // A leader himself only.
            [ReadOwnerless] = Of(Role.Office, Role.Supervisor),
            [RecordInquiries] = Of(Role.Clerk, Role.Leader, Role.Office, Role.Supervisor, Role.Judge),
            [FilePapers] = Of(Role.Clerk, Role.Leader, Role.Office, Role.Supervisor, Role.Judge),
            [ReportOutsideVisits] = Of(Role.Office, Role.Supervisor),
            [AssignCases] = Of(Role.Supervisor),
            [ReportDaily] = Of(Role.Office),
            [ReadDaily] = Of(Role.Office, Role.Supervisor),
            [SuperviseDaily] = Of(Role.Supervisor),
            [RaiseAlerts] = Of(Role.Clerk, Role.Leader, Role.Office),
            [ReadFirstRequests] = Of(Role.Clerk, Role.Leader, Role.Office, Role.Supervisor),
            [RouteMatters] = Of(Role.Clerk, Role.Office),
            [DisputeRoutings] = Of(Role.Clerk, Role.Leader, Role.Office, Role.Judge),
            [ReadRoutings] = Of(Role.Clerk, Role.Leader, Role.Office, Role.Judge, Role.Supervisor),
            [OpenCampaigns] = Of(Role.Supervisor),
            [RunCampaigns] = Of(Role.Office, Role.Supervisor),
            [FindCampaigns] = Of(Role.Clerk, Role.Leader, Role.Office, Role.Judge, Role.Supervisor, Role.Reporter), // Who counts must know what there is to count.
            [ReadCampaigns] = Of(Role.Clerk, Role.Leader, Role.Office, Role.Judge, Role.Supervisor),
            [KeepErrandDesks] = Of(Role.Office, Role.Supervisor),
            [ReadErrandDesks] = Of(Role.Clerk, Role.Leader, Role.Office, Role.Judge, Role.Supervisor),
            [HandleComplaints] = Of(Role.Clerk, Role.Office),
            [CheckComplaints] = Of(Role.Clerk, Role.Leader, Role.Office),
            [ReadComplaints] = Of(Role.Clerk, Role.Leader, Role.Office, Role.Supervisor), // Not judges: it may be one of them who is complained of.
            [CheckOnSite] = Of(Role.Office, Role.Supervisor),
            [ScreenLawsuits] = Of(Role.Office),
            [ReadScreenings] = Of(Role.Office, Role.Supervisor),
            [Operate] = Of(Role.Ops),
        };
        foreach (var form in ActForms.All)
            named[OfAct(form)] = Of(RolesOf(form.May));
        return named.ToFrozenDictionary(StringComparer.Ordinal);

        static int Of(params Role[] roles) => roles.Aggregate(0, (mask, role) => mask | 1 << (int)role);
    }
}
