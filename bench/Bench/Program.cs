using System.CommandLine;
using System.Runtime.Versioning;
using PetitionMesh.Bench.Commands;

// It reads /proc and starts PostgreSQL as another user.
[assembly: SupportedOSPlatform("linux")]

var root = new RootCommand("Measures PetitionMesh against plain ways of doing the same, side by side on one PostgreSQL.")
{
    RunCommand.Create(),
    LoadCommand.Create(),
    DeskCommand.Create(),
    ReportingCommand.Create(),
#if EMBEDDED
    MemoryCommand.Create(),
    RecoveryCommand.Create(),
    LoadingCommand.Create(),
    FillCommand.Create(),
#endif
};
// An interrupted run still stops its servers and its database, which may take a moment.
return await root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(60) }).ConfigureAwait(false);
