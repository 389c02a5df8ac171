using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Petitioners;

namespace PetitionMesh.Gateway.Imports.Sheets;

/// <summary>One row of a register of first requests (Y1), every field in its normal form; null is what the sheet doesn't say.</summary>
internal sealed record FirstRequestRow
{
    /// <summary>Position below the header, from 1.</summary>
    public required int Row { get; init; }

    public required string Court { get; init; }

    /// <summary>来访, 来信, 来电, 来邮, 网上 or 视频.</summary>
    public required string Channel { get; init; }

    public required string Claim { get; init; }

    public string? Register { get; init; }

    /// <summary>Never null in a row that isn't rejected.</summary>
    public DateOnly? ReceivedOn { get; init; }

    public TimeOnly? ReceivedAt { get; init; }

    public string? Responsible { get; init; }

    public string? Person { get; init; }

    public IdentityDocument? Identity { get; init; }

    public string? Phone { get; init; }

    public string? Kind { get; init; }

    public string? Handling { get; init; }

    public DateOnly? DueOn { get; init; }

    public DateOnly? DoneOn { get; init; }

    public CaseNumber? CaseNumber { get; init; }

    public bool IsOpen => DoneOn is null;

    public bool IsAnsweredLate => DoneOn > DueOn;

    /// <summary>The row's place only: everything else may be personal data.</summary>
    public override string ToString() => $"row {Row}";
}
