using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using PetitionMesh.Peers.Contract;
using PetitionMesh.Peers.Tokens;

namespace PetitionMesh.Peers;

/// <summary>The two endpoints of the comparison, at the same paths and with the same checks for every peer.</summary>
internal static class ReceptionEndpoints
{
    private const int BodyLimit = 64 * 1024;

    public static void MapReceptionDesk(this WebApplication app)
    {
        app.MapPost("/api/receptions", ReceiveAsync).RequireAuthorization(TokenRegistration.MayReceive);
        app.MapPost("/api/ownership/lookup", LookUpAsync).RequireAuthorization(TokenRegistration.MayLookUp);
    }

    private static async Task<IResult> ReceiveAsync(HttpContext http, IReceptionDesk desk, CityDirectory city)
    {
        var (body, hash) = await ReadAsync(http.Request).ConfigureAwait(false);
        if (body is null || body.Petitioner.IdNumber is null || body.Case.CaseNumber is null || body.Claim.Length is 0 or > 20_000)
            return Results.BadRequest();
        var caller = (CallerIdentity)http.User.Identity!;
        if (body.Court != caller.Court)
            return Results.Forbid();
        if (!ResidentNumber.IsValid(body.Petitioner.IdNumber) || city.Find(body.ReceivedBy)?.Court != body.Court)
            return Results.UnprocessableEntity();

        var key = http.Request.Headers["Idempotency-Key"].ToString();
        var answer = await desk.ReceiveAsync(
            new Registration(caller.Subject, key.Length == 0 ? null : key, hash, body)).ConfigureAwait(false);
        return answer is null ? Results.UnprocessableEntity() : TypedResults.Created((string?)null, answer);
    }

    private static async Task<Ok<LookupAnswer>> LookUpAsync(LookupBody person, HttpContext http, IReceptionDesk desk) =>
        TypedResults.Ok(await desk.LookUpAsync(((CallerIdentity)http.User.Identity!).Subject, person).ConfigureAwait(false));

    /// <summary>Reads the bytes once: the idempotency record needs their hash, the desk their meaning.</summary>
    private static async Task<(ReceptionBody? Body, byte[] Hash)> ReadAsync(HttpRequest request)
    {
        while (true)
        {
            var read = await request.BodyReader.ReadAsync().ConfigureAwait(false);
            if (read.Buffer.Length > BodyLimit)
                throw new BadHttpRequestException("body too large", StatusCodes.Status413PayloadTooLarge);
            if (!read.IsCompleted)
            {
                request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                continue;
            }

            var bytes = read.Buffer.IsSingleSegment ? read.Buffer.First : System.Buffers.BuffersExtensions.ToArray(read.Buffer);
            var result = (JsonSerializer.Deserialize(bytes.Span, ContractJson.Default.ReceptionBody), SHA256.HashData(bytes.Span));
            request.BodyReader.AdvanceTo(read.Buffer.End);
            return result;
        }
    }
}
