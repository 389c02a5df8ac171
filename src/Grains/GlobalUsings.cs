global using Orleans;
global using Orleans.Concurrency;
global using PetitionMesh.Grains.Privacy;
