using System.Collections.Immutable;
using PetitionMesh.Grains.Leaders;

namespace PetitionMesh.Grains.Cases;

/// <summary>What succession needs to know of a case besides its owner.</summary>
/// <param name="FirstReceiver">W3: stays for ever.</param>
/// <param name="Relieved">The owner has recused himself and nobody has been named yet.</param>
/// <param name="Recused">Whoever has ever recused himself from this case: he never owns it again.</param>
/// <param name="Reminded">Of which absence the office was reminded last.</param>
public sealed record Hands(LeaderId? FirstReceiver, bool Relieved, ImmutableArray<LeaderId> Recused, Reminder? Reminded)
{
    public static Hands Nobody { get; } = new(null, false, [], null);

    /// <summary>What was received while nobody owned the case who may act on it: whoever is named next is told (W4).</summary>
    public ImmutableArray<Untold> Untold { get; init; } = [];
}

/// <summary>A reception that no owner has heard of yet.</summary>
public sealed record Untold(ReceptionId Reception, Channel Channel, LeaderId? Receiver);

/// <summary>Of whose absence, since when, the office was reminded.</summary>
public sealed record Reminder(LeaderId? Owner, DateOnly Since);
