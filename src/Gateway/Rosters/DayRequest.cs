using System.Text.Json.Serialization.Metadata;
using PetitionMesh.Gateway.Auth;
using PetitionMesh.Gateway.Commands;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Grains;
using PetitionMesh.Grains.City;

namespace PetitionMesh.Gateway.Rosters;

/// <summary>What a request about one day of a court says: which court, which day, a body in order, and its key.</summary>
internal sealed record DayRequest<TBody>(CourtId Court, DateOnly Day, TBody Body, CommandId Command)
    where TBody : class
{
    /// <param name="check">What is wrong with the body, or null.</param>
    /// <returns>The request, or null and the problem.</returns>
    public static async Task<(DayRequest<TBody>? Request, IResult? Problem)> ReadAsync(
        HttpContext context, string court, string date, CitySnapshot city, CommandIds ids, JsonTypeInfo<TBody> shape, Func<TBody, Problem?> check)
    {
        if (!RosterReading.TryCourt(court, city, out var id))
            return (null, RosterReading.UnknownCourt);
        if (!RosterReading.TryDay(date, out var day))
            return (null, RosterReading.UnreadableDay);
        var body = await JsonBody.ReadAsync(context, shape);
        if (body.Problem is not null)
            return (null, body.Problem);
        if (check(body.Value) is { } problem)
            return (null, problem);
        return ids.Read(context.Request, context.Actor(), body.Bytes.Span) is { } command
            ? (new DayRequest<TBody>(id, day, body.Value, command), null)
            : (null, CommandIds.UnusableKey);
    }
}
