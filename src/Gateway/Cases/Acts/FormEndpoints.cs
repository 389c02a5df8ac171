using PetitionMesh.Gateway.Auth;
using PetitionMesh.Gateway.OpenApi;
using PetitionMesh.Grains.Cases.Acts;

namespace PetitionMesh.Gateway.Cases.Acts;

/// <summary>One endpoint per form, named after its act: who may call it and what it asks for come from the form.</summary>
internal static class FormEndpoints
{
    public static void MapForms(this IEndpointRouteBuilder routes)
    {
        var acts = routes.MapGroup("/api/cases/{caseId}").WithTags("办理");
        foreach (var form in ActForms.All)
        {
            acts.MapPost($"/{form.Slug}", (HttpContext context, string caseId, FormDesk desk) => desk.DoAsync(context, caseId, form))
                .RequireAuthorization(Policies.OfAct(form))
                .WithMetadata(form)
                .Asks(Ask.IfMatch)
                .Produces<ActView>()
                .WithSummary($"{form.Title}（{form.Rule}）");
        }
    }
}
