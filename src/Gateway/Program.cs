using PetitionMesh.Gateway;

await GatewayHost.Build(args).RunAsync();
