using System.ComponentModel.DataAnnotations;

namespace PetitionMesh.Gateway.ErrandDesks;

/// <summary>Body of <c>POST /api/errand-desks</c> (办不成事窗口, Y6).</summary>
internal sealed record ErrandDeskBody
{
    /// <summary>Default: the caller's. Only the supervisor names another.</summary>
    public string? Court { get; init; }

    /// <summary>At most 100 characters.</summary>
    [Required] public string? Name { get; init; }

    /// <summary>Where it is, at most 100 characters.</summary>
    public string? Place { get; init; }

    /// <summary>专人 by name, at most 100 characters: an open desk always has one.</summary>
    [Required] public string? Officer { get; init; }
}

/// <summary>Body of <c>POST /api/errand-desks/{deskId}/officer</c>: somebody else is its officer from now on (Y6).</summary>
internal sealed record DeskOfficerBody
{
    /// <summary>专人 by name, at most 100 characters: an open desk always has one.</summary>
    [Required] public string? Officer { get; init; }

    /// <summary>1 to 2,000 characters. Recorded for good, so it names no petitioner.</summary>
    [Required] public string? Reason { get; init; }
}

/// <summary>Body of <c>POST /api/errand-desks/{deskId}/close</c>: it takes no more complaints; those that it took are worked on (Y6).</summary>
internal sealed record DeskCloseBody
{
    /// <summary>1 to 2,000 characters. Recorded for good, so it names no petitioner.</summary>
    [Required] public string? Reason { get; init; }
}
