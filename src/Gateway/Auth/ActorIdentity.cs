using System.Security.Claims;
using PetitionMesh.Grains;

namespace PetitionMesh.Gateway.Auth;

/// <summary>The holder of a checked token, remembered with it.</summary>
internal sealed class ActorIdentity(Actor actor) : ClaimsIdentity("Bearer")
{
    public Actor Holder { get; } = actor;

    /// <summary>The same for every request of this token; nobody changes it.</summary>
    public ClaimsPrincipal Principal => field ??= new ClaimsPrincipal(this);
}

/// <summary>Reads the actor of a request.</summary>
internal static class ActorOfRequest
{
    /// <summary>Who asks. Only behind a policy, which lets nobody pass without a token.</summary>
    public static Actor Actor(this HttpContext context) => ((ActorIdentity)context.User.Identity!).Holder;
}
