using System.Collections.Immutable;
using PetitionMesh.Grains;

namespace PetitionMesh.Simulation.People;

/// <summary>What a client gets for a command, as HTTP would tell it.</summary>
internal abstract record Reply
{
    /// <summary>201 or 200: done, now or before. <paramref name="Answer"/> are the bytes of the answer.</summary>
    public sealed record Done(ImmutableArray<byte> Answer) : Reply;

    /// <summary>A rule says no; nothing was written.</summary>
    public sealed record Refused(Refusal Refusal) : Reply;

    /// <summary>422: the key was used for another body.</summary>
    public sealed record KeyReused : Reply;

    /// <summary>503 or 500, certainly nothing was written: repeat with the same key.</summary>
    public sealed record NotNow(string Why) : Reply;

    /// <summary>503 "unknown", a time-out or a broken connection: repeat with the same key.</summary>
    public sealed record Unknown(string Why) : Reply;

    private Reply()
    {
    }
}
