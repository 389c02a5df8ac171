global using Orleans;
global using PetitionMesh.Grains.Privacy;
