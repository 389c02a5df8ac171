using System.Collections.Immutable;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Grains.Petitioners;

/// <summary>Composes what goes to the case: the sealed reception with the slices of every petitioner it changes.</summary>
internal static class ReceptionSlices
{
    public static CaseReception Compose(
        Receive command,
        PetitionerStanding primary,
        ImmutableArray<PetitionerStanding> persons,
        CaseId target,
        Opening? opening,
        ImmutableArray<ReceptionWarning> warnings)
    {
        var joining = persons.Where(p => p.Links.All(l => l.Case != target)).ToArray();
        var number = opening is not null ? opening.Number : command.Case.Number;
        return CaseReception.Of(command, primary.Content!) with
        {
            Opening = opening,
            Joining = opening is null ? [.. joining.Select(p => p.Petitioner)] : [],
            Warnings = warnings,
            Slices =
            [
                .. persons.Select(p => SliceOf(p, joining.Contains(p) ? target : null, number)).OfType<Slice>(),
                .. primary.Guard is { } guard ? [guard] : Array.Empty<Slice>(),
            ],
            Keys = [.. persons.Select(p => p.NewKey).OfType<WrappedKey>()],
        };
    }

    /// <summary>What this person's stream gets: who they are, if the city does not know (any more), and the case, if it is new to them.</summary>
    private static Slice? SliceOf(PetitionerStanding person, CaseId? joined, CaseNumber? number)
    {
        var events = ImmutableArray.CreateBuilder<StoredEvent>(2);
        if (person.Registration is { } registration)
            events.Add(registration);
        if (joined is { } target)
            events.Add(Codecs.Petitioner.Encode(new PetitionerEvent.CaseLinked(person.Petitioner, target, number)));
        return events.Count == 0 ? null : new Slice(StreamId.Of(person.Petitioner), person.Version, events.ToImmutable());
    }
}
