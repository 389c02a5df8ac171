using System.Text.Json.Serialization.Metadata;
using PetitionMesh.Gateway.Auth;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Grains;

namespace PetitionMesh.Gateway.Commands;

/// <summary>What a request asks to be done, under the id by which its repeat is known. Either <see cref="Value"/> or <see cref="Problem"/>.</summary>
internal readonly record struct CommandBody<T>(T Value, CommandId Id, Problem? Problem);

/// <summary>Reads bodies of commands.</summary>
internal static class CommandBody
{
    public static async ValueTask<CommandBody<T>> ReadAsync<T>(this CommandIds ids, HttpContext context, JsonTypeInfo<T> shape)
    {
        var body = await JsonBody.ReadAsync(context, shape);
        if (body.Problem is not null)
            return new(default!, default!, body.Problem);
        return ids.Read(context.Request, context.Actor(), body.Bytes.Span) is { } id
            ? new(body.Value, id, null)
            : new(default!, default!, CommandIds.UnusableKey);
    }
}
