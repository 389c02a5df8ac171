using Orleans;
using PetitionMesh.Gateway.Auth;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Gateway.OpenApi;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Cases.Acts;

namespace PetitionMesh.Gateway.Cases.Acts;

/// <summary>One endpoint per form, named after its act: who may call it and what it asks for come from the form.</summary>
internal static class FormEndpoints
{
    public static void MapForms(this IEndpointRouteBuilder routes)
    {
        var acts = routes.MapGroup("/api/cases/{caseId}").WithTags("办理");
        acts.MapGet("/acts", ShowOpenAsync).RequireAuthorization(Policies.ReadCases).Produces<OpenActsView>().WithSummary("本人现在可以在该事项上办理的各项，各附表单");
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

    private static async Task<IResult> ShowOpenAsync(HttpContext context, string caseId, CaseDoor door, IGrainFactory grains, TimeProvider time)
    {
        var actor = context.Actor();
        if (await door.KnockAsync(actor, caseId, context.RequestAborted) is not { } standing)
            return CaseActs.Unknown;
        var open = await grains.GetGrain<ICaseGrain>(standing.Case.Value).OpenActsAsync(actor, time.GetUtcNow());
        return new Answer<OpenActsView>(OpenActsView.Of(standing.Case, open), WireJson.Answers.OpenActsView);
    }
}
