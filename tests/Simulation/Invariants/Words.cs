using PetitionMesh.Grains.Cases;

namespace PetitionMesh.Simulation.Invariants;

/// <summary>The words of the contract, written out: a recount must not ask the code that it checks.</summary>
internal static class Words
{
    public static string Of(Channel channel) => channel switch
    {
        Channel.Visit => "visit",
        Channel.Letter => "letter",
        Channel.Call => "call",
        Channel.Email => "email",
        Channel.Online => "online",
        Channel.Video => "video",
        _ => throw new ArgumentOutOfRangeException(nameof(channel)),
    };

    public static string Of(OwnerOrigin origin) => origin switch
    {
        OwnerOrigin.FirstReceiver => "firstReceiver",
        OwnerOrigin.Imported => "imported",
        OwnerOrigin.Joined => "joined",
        OwnerOrigin.Assigned => "assigned",
        OwnerOrigin.Succession => "succession",
        _ => throw new ArgumentOutOfRangeException(nameof(origin)),
    };

    /// <summary>Every other word is its name with a small first letter.</summary>
    public static string Of<TWord>(TWord word)
        where TWord : struct, Enum => word.ToString() is var name ? char.ToLowerInvariant(name[0]) + name[1..] : "";

    public static string Of(Level level) => level switch
    {
        Level.Local => "local",
        Level.City => "city",
        Level.Province => "province",
        Level.Capital => "capital",
        _ => throw new ArgumentOutOfRangeException(nameof(level)),
    };
}
