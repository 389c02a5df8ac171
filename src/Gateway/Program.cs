using PetitionMesh.Gateway;

return await CommandLine.RunAsync(args);
