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
            Slices = [.. joining.Select(p => Link(p, target, number))],
            Keys = [.. persons.Select(p => p.NewKey).OfType<WrappedKey>()],
        };
    }

    private static Slice Link(PetitionerStanding person, CaseId target, CaseNumber? number)
    {
        var link = Codecs.Petitioner.Encode(new PetitionerEvent.CaseLinked(person.Petitioner, target, number));
        return new Slice(
            StreamId.Of(person.Petitioner),
            person.Version,
            person.Registration is { } registration ? [registration, link] : [link]);
    }
}
