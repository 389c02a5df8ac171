using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Journal.GroupCommit;

/// <summary>Whose idempotency key: the same key of two callers names two commands.</summary>
public readonly record struct CommandName(string Caller, string Key)
{
    public static CommandName Of(CommandRecord command) => new(command.Caller, command.Key);
}
