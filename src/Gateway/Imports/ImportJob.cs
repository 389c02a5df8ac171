using System.Collections.Immutable;
using PetitionMesh.Gateway.Imports.Sheets;
using PetitionMesh.Grains;

namespace PetitionMesh.Gateway.Imports;

/// <summary>What is kept of an import beside its sealed file: who sent it, and how it ended once it has.</summary>
/// <param name="BodyHash">Tells a repeat of an idempotency key from its reuse; empty without key.</param>
/// <param name="Ended">Set when all rows are through; until then a restart begins anew, and what was done answers as at first.</param>
/// <param name="Kind">Of <see cref="ImportKinds"/>; earlier releases knew one.</param>
internal sealed record ImportManifest(string Id, Actor Actor, DateTimeOffset At, string BodyHash, ImportView? Ended, string Kind = ImportKinds.UnresolvedCases);

/// <summary>An import in this process: its figures move while rows go through.</summary>
internal sealed class ImportJob(ImportManifest manifest)
{
    private readonly Lock _lock = new();
    private ImportView _view = manifest.Ended ?? ImportView.Accepted(manifest.Id);

    public ImportManifest Manifest { get; } = manifest;

    public ImportView View
    {
        get
        {
            lock (_lock)
                return _view;
        }
    }

    public void Begin() => Change(_ => ImportView.Accepted(Manifest.Id) with { State = ImportState.Running });

    /// <summary>All rows are read: those rejected are through.</summary>
    /// <param name="problems">Why rows were rejected, and what was left out of others.</param>
    public void Counted(int rows, int rejected, ImmutableArray<RowProblem> problems, SheetFigures figures) =>
        Change(v => v with { Rows = rows, Done = rejected, Rejected = rejected, Problems = problems, Summary = figures });

    public void Through(int created, int merged, int unchanged) => Change(v => v with
    {
        Done = v.Done + created + merged + unchanged,
        Created = v.Created + created,
        Merged = v.Merged + merged,
        Unchanged = v.Unchanged + unchanged,
    });

    /// <summary>How it ended, once all rows are through. Nobody is told before it is kept: see <see cref="End"/>.</summary>
    public ImportView Done => View with { State = ImportState.Done };

    public ImportView Failed(string message)
    {
        var view = View;
        return view with { State = ImportState.Failed, Problems = view.Problems.Add(new RowProblem(0, "", message)) };
    }

    public void End(ImportView ended) => Change(_ => ended);

    private ImportView Change(Func<ImportView, ImportView> change)
    {
        lock (_lock)
            return _view = change(_view);
    }
}
