using System.CommandLine;
using System.Runtime.Versioning;
using PetitionMesh.Bench.Commands;

// It reads /proc and starts PostgreSQL as another user.
[assembly: SupportedOSPlatform("linux")]

var root = new RootCommand("Measures PetitionMesh against plain ways of doing the same, side by side on one PostgreSQL.")
{
    RunCommand.Create(),
    LoadCommand.Create(),
#if EMBEDDED
    MemoryCommand.Create(),
#endif
};
return await root.Parse(args).InvokeAsync().ConfigureAwait(false);
