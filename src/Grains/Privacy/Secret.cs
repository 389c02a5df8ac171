namespace PetitionMesh.Grains.Privacy;

/// <summary>Readable personal data on its way to be sealed. It prints as dots, so that no log or exception can carry it.</summary>
[GenerateSerializer, Immutable, Alias("petition-mesh.secret")]
public readonly record struct Secret([property: Id(0)] string Value)
{
    public override string ToString() => "•••";
}
