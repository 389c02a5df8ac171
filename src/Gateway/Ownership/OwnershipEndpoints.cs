using System.Collections.Immutable;
using PetitionMesh.Gateway.Auth;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Gateway.Receptions;
using PetitionMesh.Grains;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Petitioners;
using PetitionMesh.Grains.Privacy;
using PetitionMesh.Journal.Access;

namespace PetitionMesh.Gateway.Ownership;

/// <summary><c>POST /api/ownership/lookup</c>: at whatever court a person appears, who owns the matter (W4).</summary>
internal static class OwnershipEndpoints
{
    public static void MapOwnership(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/ownership/lookup", LookUpAsync)
            .RequireAuthorization(Policies.LookUp)
            .Accepts<LookupBody>("application/json")
            .Produces<LookupView>()
            .WithSummary("查询包案领导")
            .WithTags("接访与包案");

    private static async Task<IResult> LookUpAsync(
        HttpContext context, OwnershipLookup lookup, ICityDirectory city, Keyring keyring, IAccessLog accesses, TimeProvider time)
    {
        var body = await JsonBody.ReadAsync(context, WireJson.Bodies.LookupBody);
        if (body.Problem is not null)
            return body.Problem;
        var question = Question.Read(body.Value, keyring, city.Current.DayOf(time.GetUtcNow()), out var problem);
        if (problem is not null)
            return problem;
        var cases = question switch
        {
            { Person: { } person } => await lookup.OfPersonAsync(person, context.RequestAborted),
            { Number: { } number } => await lookup.OfNumberAsync(number, context.RequestAborted),
            { Case: { } id } => await lookup.OfCaseAsync(id, context.RequestAborted),
            _ => [],
        };
        await NoteAsync(accesses, context.Actor(), cases);
        return new LookupAnswer(cases);
    }

    private static ValueTask NoteAsync(IAccessLog accesses, Actor actor, ImmutableArray<StandingView> cases)
    {
        if (cases.Length == 1)
            return accesses.NoteLookupAsync(actor.Subject, actor.Court.Value, [cases[0].CaseId]);
        return accesses.NoteLookupAsync(actor.Subject, actor.Court.Value, cases.Select(c => c.CaseId).ToArray());
    }

    /// <summary>What is asked. Nothing set: someone without document, whom nobody can find.</summary>
    private readonly record struct Question(PetitionerKey? Person, CaseNumber? Number, CaseId? Case)
    {
        public static Question Read(LookupBody body, Keyring keyring, DateOnly today, out Problem? problem)
        {
            var errors = new FieldErrors();
            var question = Read(body, keyring, today, errors);
            problem = errors.ToProblem();
            return question;
        }

        private static Question Read(LookupBody body, Keyring keyring, DateOnly today, FieldErrors errors)
        {
            var byPerson = body.IdType is not null || body.IdNumber is not null;
            if ((byPerson ? 1 : 0) + (body.CaseNumber is null ? 0 : 1) + (body.CaseId is null ? 0 : 1) > 1)
                errors.Invalid(byPerson ? "idType" : "caseNumber", "证件、caseNumber、caseId 只能填写一种。");
            if (byPerson)
            {
                var document = PersonReading.ReadDocument(body.IdType, body.IdNumber, "", today, errors, out _);
                return new(document is null ? null : keyring.KeyOf(document), null, null);
            }
            if (body.CaseNumber is { } text)
            {
                if (!CaseNumber.TryParse(text, out var number, out var problem))
                    errors.Invalid("caseNumber", problem);
                return new(null, number, null);
            }
            if (body.CaseId is { } id)
                return Guid.TryParseExact(id, "D", out var guid) ? new(null, null, new CaseId(guid)) : default;
            errors.Missing("idType");
            return default;
        }
    }
}
