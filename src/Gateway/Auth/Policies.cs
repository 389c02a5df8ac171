using Microsoft.AspNetCore.Authorization;
using PetitionMesh.Grains;

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
    public const string Operate = "operate";

    public static void Add(AuthorizationOptions options)
    {
        Role[] people = [Role.Clerk, Role.Leader, Role.Office, Role.Supervisor, Role.LeadingGroup, Role.Judge];
        Allow(options, Register, Role.Clerk, Role.Leader, Role.Office);
        Allow(options, LookUp, Role.Clerk, Role.Leader, Role.Office, Role.Supervisor);
        Allow(options, ReadCity, people);
        Allow(options, LoadCity, Role.Supervisor);
        Allow(options, ReadCases, people);
        Allow(options, ActOnCases, Role.Clerk, Role.Leader, Role.Office, Role.Supervisor);
        Allow(options, Count, Role.Reporter, Role.Supervisor, Role.Office);
        Allow(options, Import, Role.Supervisor, Role.Office);
        Allow(options, ReadRosters, people);
        Allow(options, KeepRosters, Role.Office, Role.Supervisor);
        Allow(options, TellLeave, Role.Leader, Role.Office, Role.Supervisor);
        Allow(options, SetSensitivePeriods, Role.Supervisor);
        Allow(options, ReadSwaps, Role.Leader, Role.Office, Role.Supervisor);
        Allow(options, SwapDuty, Role.Leader);
        Allow(options, Operate, Role.Ops);
    }

    /// <summary>Called when everything is mapped: an endpoint that says nothing about who may call it stops the start.</summary>
    /// <remarks>No fallback policy: it would also answer 401 where there is no endpoint at all and 404, 405 or 415 is the truth.</remarks>
    public static void RequireOnEvery(IEndpointRouteBuilder routes)
    {
        foreach (var endpoint in routes.DataSources.SelectMany(s => s.Endpoints))
        {
            if (endpoint.Metadata.GetMetadata<IAuthorizeData>()?.Policy is null && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null)
                throw new InvalidOperationException($"The endpoint {endpoint.DisplayName} declares no policy.");
        }
    }

    private static void Allow(AuthorizationOptions options, string name, params Role[] roles)
    {
        var allowed = roles.Aggregate(0, (mask, role) => mask | 1 << (int)role);
        options.AddPolicy(name, policy => policy
            .RequireAuthenticatedUser()
            .RequireAssertion(c => c.User.Identity is ActorIdentity { Holder.Role: var role } && (allowed >> (int)role & 1) == 1));
    }
}
