using System.Collections.Immutable;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Grains;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Journal.Access;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Gateway.Cases;

/// <summary>
/// Masked names of petitioners for the ledgers whose form has a column for them (W9, J5): to the supervisor and to the petition office of a court that
/// takes part in the case, to nobody else. Reading them is recorded, per case too, before anything is given.
/// </summary>
internal sealed class PetitionerNames(CaseFiles files, ILedger ledger, IAccessLog accesses)
{
    /// <summary>Cases read at once.</summary>
    private const int Together = 16;

    public static bool MayRead(Actor actor) => actor.Role is Role.Supervisor or Role.Office;

    /// <param name="what">The ledger, as the record of the reading names it.</param>
    /// <returns>By case, where there is a name and this reader may know it.</returns>
    /// <exception cref="Grains.Journaling.JournalException">The reading could not be recorded.</exception>
    public async Task<ImmutableDictionary<CaseId, string>> OfAsync(CaseId[] cases, Actor actor, string what, CancellationToken cancellationToken)
    {
        if (!MayRead(actor) || cases.Length == 0)
            return ImmutableDictionary<CaseId, string>.Empty;
        await accesses.RecordAsync(new AccessRecord(actor.Subject, actor.Court.Value, "export", what), cancellationToken);
        var names = ImmutableDictionary.CreateBuilder<CaseId, string>();
        foreach (var some in cases.Chunk(Together))
        {
            var found = await Task.WhenAll(some.Select(async c => (Case: c, Name: await OfAsync(c, actor, cancellationToken))));
            foreach (var (@case, name) in found.Where(f => f.Name is not null))
                names[@case] = name!;
        }
        await accesses.NoteLookupAsync(actor.Subject, actor.Court.Value, cases);
        return names.ToImmutable();
    }

    private async Task<string?> OfAsync(CaseId @case, Actor actor, CancellationToken cancellationToken)
    {
        if (CaseSight.ConfinedTo(actor) is { } court && !(await ledger.CourtsOfAsync(@case, cancellationToken)).Contains(court))
            return null;
        foreach (var (_, @event) in await files.HistoryAsync(@case, cancellationToken))
        {
            var person = @event switch
            {
                CaseEvent.Received received => await files.OpenPersonAsync(received.Reception.Value, received.Person, cancellationToken),
                CaseEvent.Imported imported => await files.OpenPersonAsync(CaseFiles.EntityOf(imported), imported.Person, cancellationToken),
                _ => null,
            };
            if (person?.Name is { Length: > 0 } name)
                return Masks.Name(name);
        }
        return null;
    }
}
