namespace PetitionMesh.Embedded.Figures;

/// <summary>How many activations of one kind are in memory.</summary>
public sealed record ClassFigures(string Grain, int Activations);
