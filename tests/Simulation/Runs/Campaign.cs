using System.Diagnostics;
using System.Globalization;

namespace PetitionMesh.Simulation.Runs;

/// <summary>
/// Many seeds on all cores: <c>dotnet run -c Release --project tests/Simulation -- --seeds 100000 [--from N] [--threads N]</c>, or one
/// seed with its readable trace: <c>-- --seed N</c>. Exit code 1 when an invariant broke.
/// </summary>
internal static class Campaign
{
    public static int Main(string[] args)
    {
        var options = Read(args);
        return options is null ? Usage()
            : options.TryGetValue("--seed", out var seed) ? Show(seed)
            : Search(options.GetValueOrDefault("--from", 1), options.GetValueOrDefault("--seeds", 10_000), (int)options.GetValueOrDefault("--threads", Environment.ProcessorCount));
    }

    private static Dictionary<string, long>? Read(string[] args)
    {
        var options = new Dictionary<string, long>();
        for (var i = 0; i < args.Length; i += 2)
        {
            if (args[i] is not ("--seed" or "--seeds" or "--from" or "--threads") || i + 1 == args.Length
                || !long.TryParse(args[i + 1], CultureInfo.InvariantCulture, out var value))
                return null;
            options[args[i]] = value;
        }

        return options;
    }

    private static int Usage()
    {
        Console.Error.WriteLine("usage: [--seeds 10000] [--from 1] [--threads cores]  |  --seed N");
        return 2;
    }

    private static int Show(long seed)
    {
        var result = Run.Of(seed, keepsTrace: true);
        foreach (var line in result.Lines)
            Console.WriteLine(line);
        Console.WriteLine($"seed {seed}: {result.Steps} steps, {result.Events} events, {result.Acknowledged} acknowledged, trace {result.Trace:x16}");
        foreach (var finding in result.Findings)
            Console.WriteLine($"BROKEN: {finding}");
        return result.Held ? 0 : 1;
    }

    private static int Search(long from, long count, int threads)
    {
        var clock = Stopwatch.StartNew();
        var tally = new Tally(from, count, clock);
        var workers = Enumerable.Range(0, threads).Select(_ => new Thread(tally.Work, 16 * 1024 * 1024)).ToArray();
        foreach (var worker in workers)
            worker.Start();
        while (!Array.TrueForAll(workers, w => w.Join(TimeSpan.FromSeconds(5))))
            Console.WriteLine(tally.Line);
        Console.WriteLine(tally.Line);
        if (!tally.Failures.IsEmpty)
            Console.WriteLine($"{tally.Failures.Count} seeds broke. See one whole: -- --seed {tally.Failures.Min(f => f.Seed)}");
        return tally.Failures.IsEmpty ? 0 : 1;
    }
}
