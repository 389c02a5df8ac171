using System.Collections.Immutable;
using PetitionMesh.Gateway.Imports.Sheets;
using PetitionMesh.Grains;
using PetitionMesh.Grains.Cases;

namespace PetitionMesh.Gateway.Imports;

/// <summary>One pass over an uploaded sheet of unresolved cases: reads all rows, then takes the matters in, many side by side.</summary>
internal sealed class UnresolvedImport(ImportJob job, MatterCommands commands, MatterDesk desk, int concurrency) : ISheetImport
{
    public async Task RunAsync(byte[] sheet, DateOnly today, CancellationToken cancellationToken)
    {
        job.Begin();
        using var stream = new MemoryStream(sheet, writable: false);
        var readings = UnresolvedSheet.Read(stream, today, new SheetLimits()).ToImmutableArray();
        var rows = ImmutableArray.CreateBuilder<UnresolvedRow>(readings.Length);
        var problems = ImmutableArray.CreateBuilder<RowProblem>();
        var summary = new UnresolvedSummary();
        foreach (var reading in readings)
        {
            problems.AddRange(reading.Problems);
            if (reading.Content is not { } read)
                continue;
            var row = commands.UnitOf(read) is { } unit ? read with { Unit = unit.Name } : read;
            summary.Add(row);
            if (Refusal(row) is { } refusal)
                problems.Add(refusal);
            else
            {
                rows.Add(row);
                problems.AddRange(Warnings(row));
            }
        }
        job.Counted(readings.Length, readings.Length - rows.Count, problems.DrainToImmutable(), SheetFigures.Of(summary));
        var matters = Matter.Group(rows).Select(commands.Of).ToImmutableArray();
        await Parallel.ForEachAsync(matters, new ParallelOptions { MaxDegreeOfParallelism = concurrency, CancellationToken = cancellationToken }, TakeInAsync);
    }

    private async ValueTask TakeInAsync(ImportMatter matter, CancellationToken cancellationToken)
    {
        var outcome = await desk.TakeInAsync(matter, cancellationToken);
        var rows = matter.Rows.Length;
        var known = outcome.Import != job.Manifest.Id ? rows : outcome.Known;
        var created = known < rows && outcome.Result == ImportResult.Created ? 1 : 0;
        job.Through(created, rows - known - created, known);
    }

    /// <summary>What reading alone can't know: whether the unit is one of this city's courts, and of the caller's.</summary>
    private RowProblem? Refusal(UnresolvedRow row)
    {
        var unit = commands.UnitOf(row);
        if (unit is null)
            return new RowProblem(row.Row, UnresolvedColumns.Unit.Name, "责任单位不是本市的法院，请填写法院全称。");
        return job.Manifest.Actor.Role != Role.Supervisor && unit.Id != job.Manifest.Actor.Court
            ? new RowProblem(row.Row, UnresolvedColumns.Unit.Name, "责任单位不是本院，请由该院或中级人民法院信访部门导入。")
            : null;
    }

    private IEnumerable<RowProblem> Warnings(UnresolvedRow row)
    {
        var owner = commands.OwnerOf(row);
        if (row.Owner is not null && owner is not { Active: true })
        {
            yield return new RowProblem(
                row.Row,
                UnresolvedColumns.Owner.Name,
                owner is null ? "领导名单中没有这位包案领导（或有重名），包案领导待首次接访时确定。" : "这位包案领导已经离任，请按程序办理接替。");
        }
    }
}
