using System.Text.Json;
using Orleans;
using Orleans.Runtime;
using PetitionMesh.Gateway.FirstRequests;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.FirstRequests;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Petitioners;
using PetitionMesh.Grains.Privacy;

namespace PetitionMesh.Gateway.Imports;

/// <summary>Brings an imported matter or first request to the grain that decides it, and waits out a journal or a silo that can't take it now.</summary>
internal sealed class MatterDesk(IGrainFactory grains, Keyring keyring, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <summary>Repeats with the same command until it is certain: an import is nobody's open request, it may wait.</summary>
    public Task<ImportOutcome> TakeInAsync(ImportMatter matter, CancellationToken cancellationToken) =>
        UntilCertainAsync(() => SendAsync(matter), outcome => outcome.Result is null, cancellationToken);

    /// <inheritdoc cref="TakeInAsync(ImportMatter, CancellationToken)"/>
    public async Task<FirstRequestImported> TakeInAsync(ReceiveFirstRequest request, CancellationToken cancellationToken)
    {
        var reply = await UntilCertainAsync(() => FirstRequestEndpoints.ReceiveAsync(request, grains), reply => reply.Contended, cancellationToken);
        return reply.Answer is { } kept && JsonSerializer.Deserialize(kept.Answer.AsSpan(), AnswersJson.Default.FirstRequestImported) is { } imported
            ? imported
            : throw new InvalidOperationException("A row of a register of first requests was refused.");
    }

    private async Task<T> UntilCertainAsync<T>(Func<Task<T>> send, Func<T, bool> isBeaten, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                var outcome = await send();
                if (!isBeaten(outcome))
                    return outcome;
            }
            // OrleansException: a silo went while it was asked, or its queue is full.
            catch (Exception e) when (e is JournalBusyException or JournalUnavailableException or OutcomeUnknownException or TimeoutException or OrleansException)
            {
                await Task.Delay(Pause, time, cancellationToken);
            }
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private Task<ImportOutcome> SendAsync(ImportMatter matter) => matter.Person.Key is { } petitioner
        ? grains.GetGrain<IPetitionerGrain>(petitioner.Value).ImportAsync(matter)
        : grains.GetGrain<ICaseGrain>(matter.NewCase.Value).ImportAsync(Seal(matter));

    /// <summary>Someone without document: the case stands by itself and has a data key of its own.</summary>
    private CaseImport Seal(ImportMatter matter)
    {
        var id = matter.NewCase;
        var entity = $"{matter.Import}/{id}";
        var (key, row) = keyring.NewDataKey(StreamId.Of(id).Value);
        return new CaseImport(
            matter with { Person = matter.Person with { IdNumber = new Secret(""), Name = null, Phone = null }, Grievance = new Secret("") },
            new Opening(matter.Number, [], keyring.QueryCodeHash(keyring.QueryCodeOf(id))),
            key.SealPerson(entity, matter.Person),
            key.Seal(entity, Sealing.GrievanceField, matter.Grievance.Value),
            Slices: [],
            Keys: [row]);
    }
}
