using System.Collections.Immutable;
using PetitionMesh.Gateway.Imports.Sheets;
using PetitionMesh.Grains;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.FirstRequests;

namespace PetitionMesh.Gateway.Imports;

/// <summary>One pass over a register of first requests (Y1): reads all rows, then takes them in, many side by side.</summary>
internal sealed class FirstRequestImport(ImportJob job, FirstRequestCommands commands, MatterDesk desk, int concurrency) : ISheetImport
{
    public async Task RunAsync(byte[] sheet, DateOnly today, CancellationToken cancellationToken)
    {
        job.Begin();
        using var stream = new MemoryStream(sheet, writable: false);
        var readings = FirstRequestSheet.Read(stream, today, new SheetLimits()).ToImmutableArray();
        var rows = ImmutableArray.CreateBuilder<FirstRequestRow>(readings.Length);
        var problems = ImmutableArray.CreateBuilder<RowProblem>();
        var summary = new FirstRequestSummary();
        foreach (var reading in readings)
        {
            problems.AddRange(reading.Problems);
            if (reading.Content is not { } row)
                continue;
            summary.Add(row);
            if (Refusal(row) is { } refusal)
                problems.Add(refusal);
            else
            {
                rows.Add(row);
                problems.AddRange(FirstRequestCommands.Unknown(row));
            }
        }
        job.Counted(readings.Length, readings.Length - rows.Count, problems.DrainToImmutable(), SheetFigures.Of(summary));
        var requests = rows.Select(commands.Of).ToImmutableArray();
        await Parallel.ForEachAsync(requests, new ParallelOptions { MaxDegreeOfParallelism = concurrency, CancellationToken = cancellationToken }, TakeInAsync);
    }

    private async ValueTask TakeInAsync(ReceiveFirstRequest request, CancellationToken cancellationToken)
    {
        var imported = await desk.TakeInAsync(request, cancellationToken);
        var result = imported.Import == job.Manifest.Id ? imported.Result : null;
        job.Through(result == ImportResult.Created ? 1 : 0, result == ImportResult.Merged ? 1 : 0, result is null ? 1 : 0);
    }

    private RowProblem? Refusal(FirstRequestRow row)
    {
        var court = commands.CourtOf(row);
        if (court is null)
            return new RowProblem(row.Row, FirstRequestColumns.Court.Name, "受理法院不是本市的法院，请填写法院全称。");
        return job.Manifest.Actor.Role != Role.Supervisor && court.Id != job.Manifest.Actor.Court
            ? new RowProblem(row.Row, FirstRequestColumns.Court.Name, "受理法院不是本院，请由该院或中级人民法院信访部门导入。")
            : null;
    }
}
