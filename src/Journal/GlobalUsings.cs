global using System.Collections.Immutable;
global using PetitionMesh.Grains.Journaling;
global using PetitionMesh.Grains.Privacy;
