using PetitionMesh.Grains.Cases.Papers;

namespace PetitionMesh.Gateway.Cases.Papers;

/// <summary>A paper without its content.</summary>
/// <param name="Hash">SHA-256 of the content, hexadecimal.</param>
internal sealed record PaperView(PaperId PaperId, PaperKind Kind, string Name, string MediaType, int Size, string Hash);
