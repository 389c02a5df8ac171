using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using PetitionMesh.Gateway.Rosters;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Rosters;

namespace PetitionMesh.Gateway.Duties;

/// <summary>Body of <c>POST /api/duty-logs/{court}/{date}/{shift}</c> (值班日志, W2).</summary>
internal sealed record DutyLogBody
{
    /// <summary>窗口情况, 1 to 5,000 characters; sealed.</summary>
    [Required] public string? Window { get; init; }

    /// <summary>当日重大疑难事项及处理, at most 5,000 characters; sealed.</summary>
    public string? Matters { get; init; }
}

/// <summary>The shifts of a court's day and their logs.</summary>
internal sealed record DutyDayView(string Court, DateOnly Date, ImmutableArray<DutyLogView> Shifts);

/// <summary>One shift: what was received, counted from the register, and what was written.</summary>
/// <param name="Batches">接待批次: receptions of the leader within the shift.</param>
/// <param name="Persons">人次: their head counts.</param>
/// <param name="Window">Null while nothing is written, or where the data has been deleted.</param>
/// <param name="Times">How often the log was written; 0 while it is missing.</param>
/// <param name="WrittenBy">By whose hand it was last written.</param>
/// <param name="WrittenFor">Who led the shift by the roster of then; another than <paramref name="Leader"/> where the roster was put right since.</param>
internal sealed record DutyLogView(
    ShiftKind Shift,
    DutyLeaderView Leader,
    DateTimeOffset From,
    DateTimeOffset To,
    int Batches,
    int Persons,
    int First,
    int Repeat,
    int Collective,
    int Settled,
    ImmutableArray<ReceivedView> Received,
    string? Window,
    string? Matters,
    int Times,
    DateTimeOffset? WrittenAt,
    string? WrittenBy,
    DutyLeaderView? WrittenFor);

/// <summary>One reception of the shift; nothing personal.</summary>
/// <param name="Status">Of its case now; ended ones count as settled.</param>
internal sealed record ReceivedView(
    ReceptionId ReceptionId, CaseId CaseId, string? CaseNumber, Channel Channel, int Number, bool First, int Headcount, DateTimeOffset OccurredAt, CaseStatus Status);
