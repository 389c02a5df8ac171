using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using PetitionMesh.Peers.Contract;

namespace PetitionMesh.Peers.Tokens;

/// <summary>Who may call what, the same for every peer; tokens are issued as the gateway does in Development.</summary>
internal static class TokenRegistration
{
    public const string MayReceive = "may-receive";
    public const string MayLookUp = "may-look-up";
    private const string Self = "petition-mesh-peer";

    /// <summary>A key for one run on one loopback port: its tokens need not outlive it.</summary>
    private static readonly SymmetricSecurityKey Key = new(Encoding.UTF8.GetBytes("bench-only-key-of-thirty-two-bytes-or-more"));

    public static TokenValidationParameters Parameters { get; } = new()
    {
        ValidIssuer = Self,
        ValidAudience = Self,
        ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
        IssuerSigningKey = Key,
    };

    public static void AddTokenCheck(this IServiceCollection services)
    {
        services.AddAuthentication(BearerHandler.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, BearerHandler>(BearerHandler.SchemeName, null);
        services.AddAuthorization(o =>
        {
            Allow(o, MayReceive, "clerk", "leader", "office");
            Allow(o, MayLookUp, "clerk", "leader", "office", "supervisor");
        });
    }

    public static void MapDevelopmentToken(this WebApplication app) =>
        app.MapPost("/dev/token", (TokenRequest request, TimeProvider time) => Results.Ok(new TokenAnswer(Issue(request, time))));

    private static void Allow(AuthorizationOptions options, string name, params string[] roles) =>
        options.AddPolicy(name, policy => policy
            .RequireAuthenticatedUser()
            .RequireAssertion(c => c.User.Identity is CallerIdentity { Role: var role } && roles.Contains(role)));

    private static string Issue(TokenRequest request, TimeProvider time) =>
        new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Self,
            Audience = Self,
            IssuedAt = time.GetUtcNow().UtcDateTime,
            Expires = time.GetUtcNow().AddHours(12).UtcDateTime,
            Claims = new Dictionary<string, object>
            {
                ["sub"] = request.Sub,
                ["name"] = request.Name,
                ["court"] = request.Court,
                ["role"] = request.Role,
            },
            SigningCredentials = new SigningCredentials(Key, SecurityAlgorithms.HmacSha256),
        });
}
