using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Grains.Rosters;

/// <summary>How an act on a roster ended.</summary>
/// <param name="Answer">Null unless it succeeded now.</param>
/// <param name="Contended">Another activation was faster; ask again with the same command.</param>
/// <param name="Moved">The caller had seen another version; nothing was written.</param>
/// <param name="First">Set when the same command was answered before.</param>
/// <param name="KeyReused">The key was used for another body.</param>
/// <param name="Written">The slice of the other month, which that grain takes up.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.roster-outcome")]
public sealed record RosterOutcome(
    [property: Id(0)] RosterAnswer? Answer,
    [property: Id(1)] Refusal? Refusal,
    [property: Id(2)] bool Contended,
    [property: Id(3)] bool Moved,
    [property: Id(4)] CommandRecord? First,
    [property: Id(5)] bool KeyReused,
    [property: Id(6)] ImmutableArray<Slice> Written) : IActOutcome
{
    private static readonly RosterOutcome Nothing = new(null, null, false, false, null, false, []);

    public static RosterOutcome Refused(Refusal refusal) => Nothing with { Refusal = refusal };

    internal static RosterOutcome Stale { get; } = Nothing with { Moved = true };

    internal static RosterOutcome Done(RosterAnswer answer) => Nothing with { Answer = answer };

    internal static RosterOutcome Of(RosterAnswer answer, AppendResult result, ImmutableArray<Slice> written) => result switch
    {
        AppendResult.Appended => Nothing with { Answer = answer, Written = written },
        AppendResult.Repeated repeated => Nothing with { First = repeated.First },
        AppendResult.KeyReused => Nothing with { KeyReused = true },
        _ => Nothing with { Contended = true },
    };
}

/// <summary>What an act answers, and what the command table keeps of it.</summary>
/// <param name="Revision">Version of the stream, for If-Match.</param>
/// <param name="Version">Published version in force; 0 is a draft.</param>
/// <param name="Provisional">W17: the year has no official calendar yet.</param>
/// <param name="Shifts">Shifts with a leader.</param>
/// <param name="Swap">The swap it was about, or null.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.roster-answer")]
public sealed record RosterAnswer(
    [property: Id(0)] RosterId Roster,
    [property: Id(1)] int Revision,
    [property: Id(2)] int Version,
    [property: Id(3)] bool Provisional,
    [property: Id(4)] int Shifts,
    [property: Id(5)] ImmutableArray<Gap> Gaps,
    [property: Id(6)] SwapStanding? Swap);

/// <summary>A roster as one reads it.</summary>
/// <param name="Leave">Days on which leaders of this roster are away: for the office, not for the screen.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.roster-view")]
public sealed record RosterView(
    [property: Id(0)] RosterId Roster,
    [property: Id(1)] int Revision,
    [property: Id(2)] int Version,
    [property: Id(3)] bool Provisional,
    [property: Id(4)] ImmutableArray<Duty> Duties,
    [property: Id(5)] ImmutableArray<Gap> Gaps,
    [property: Id(6)] ImmutableArray<LeaveDay> Leave,
    [property: Id(7)] ImmutableArray<SensitivePeriod> Periods,
    [property: Id(8)] ImmutableArray<SwapStanding> Swaps);

/// <summary>JSON of the answers that the command table keeps.</summary>
[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(RosterAnswer))]
public sealed partial class RosterAnswersJson : JsonSerializerContext;
