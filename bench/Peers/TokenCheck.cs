using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using PetitionMesh.Peers.Contract;

namespace PetitionMesh.Peers;

/// <summary>The bearer check every peer makes, the same for all: signature, issuer, audience, expiry, role.</summary>
internal static class TokenCheck
{
    private const string Issuer = "petitionmesh-peer";
    private const string Audience = "petitionmesh";
    public const string MayReceive = "may-receive";
    public const string MayLookUp = "may-look-up";

    /// <summary>A key for one process on one loopback port: tokens of a bench run need not outlive it.</summary>
    private static readonly SymmetricSecurityKey Key = new(Encoding.UTF8.GetBytes("bench-only-key-of-thirty-two-bytes-or-more"));

    public static void AddTokenCheck(this IServiceCollection services)
    {
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(o =>
        {
            o.MapInboundClaims = false;
            o.TokenValidationParameters = new TokenValidationParameters
            {
                ValidIssuer = Issuer,
                ValidAudience = Audience,
                IssuerSigningKey = Key,
                ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
                RoleClaimType = "role",
                NameClaimType = "sub",
            };
        });
        services.AddAuthorizationBuilder()
            .AddPolicy(MayReceive, p => p.RequireRole("clerk", "leader", "office"))
            .AddPolicy(MayLookUp, p => p.RequireRole("clerk", "leader", "office", "supervisor"));
    }

    public static void MapDevelopmentToken(this WebApplication app) =>
        app.MapPost("/dev/token", (TokenRequest request, TimeProvider time) => Results.Ok(new TokenAnswer(Issue(request, time))));

    private static string Issue(TokenRequest request, TimeProvider time) =>
        new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Audience,
            IssuedAt = time.GetUtcNow().UtcDateTime,
            Expires = time.GetUtcNow().AddHours(12).UtcDateTime,
            Subject = new ClaimsIdentity(
            [
                new Claim("sub", request.Sub), new Claim("name", request.Name),
                new Claim("court", request.Court), new Claim("role", request.Role),
            ]),
            SigningCredentials = new SigningCredentials(Key, SecurityAlgorithms.HmacSha256),
        });
}
