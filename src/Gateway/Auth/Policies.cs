using Microsoft.AspNetCore.Authorization;
using PetitionMesh.Grains;

namespace PetitionMesh.Gateway.Auth;

/// <summary>Who may call what. An endpoint without one of these, or an explicit <c>AllowAnonymous</c>, is closed to everybody.</summary>
internal static class Policies
{
    public const string Register = "register";
    public const string LookUp = "look-up";
    public const string ReadCity = "read-city";
    public const string LoadCity = "load-city";
    public const string ReadCases = "read-cases";
    public const string Count = "count";
    public const string Import = "import";
    public const string Operate = "operate";

    public static void Add(AuthorizationOptions options)
    {
        Role[] people = [Role.Clerk, Role.Leader, Role.Office, Role.Supervisor, Role.LeadingGroup, Role.Judge];
        Allow(options, Register, Role.Clerk, Role.Leader, Role.Office);
        Allow(options, LookUp, Role.Clerk, Role.Leader, Role.Office, Role.Supervisor);
        Allow(options, ReadCity, people);
        Allow(options, LoadCity, Role.Supervisor);
        Allow(options, ReadCases, people);
        Allow(options, Count, Role.Reporter, Role.Supervisor, Role.Office);
        Allow(options, Import, Role.Supervisor, Role.Office);
        Allow(options, Operate, Role.Ops);
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build();
    }

    private static void Allow(AuthorizationOptions options, string name, params Role[] roles)
    {
        var allowed = roles.Aggregate(0, (mask, role) => mask | 1 << (int)role);
        options.AddPolicy(name, policy => policy
            .RequireAuthenticatedUser()
            .RequireAssertion(c => c.User.Identity is ActorIdentity { Holder.Role: var role } && (allowed >> (int)role & 1) == 1));
    }
}
