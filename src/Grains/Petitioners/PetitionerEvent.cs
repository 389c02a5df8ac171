using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PetitionMesh.Grains.Cases;

namespace PetitionMesh.Grains.Petitioners;

/// <summary>What the city knows of a person: that there is one, and which cases are theirs. Nothing else, ever.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(Registered), RegisteredKind)]
[JsonDerivedType(typeof(CaseLinked), "petitioner.case-linked.v1")]
[JsonDerivedType(typeof(DataErased), "petitioner.data-erased.v1")]
public abstract record PetitionerEvent
{
    public const string RegisteredKind = "petitioner.registered.v1";

    /// <summary>First known, with the key that seals everything personal about them.</summary>
    public sealed record Registered(PetitionerKey Petitioner, IdType IdType, DataKeyId Key, Sealed Identity) : PetitionerEvent;

    /// <summary>A case is this person's: opened by them, joined as a representative, imported or identified later.</summary>
    public sealed record CaseLinked(PetitionerKey Petitioner, CaseId Case, CaseNumber? Number) : PetitionerEvent;

    /// <summary>
    /// The data keys of this person and of the cases that stood by themselves before they were identified as theirs are deleted:
    /// what these sealed is unreadable for good. Which cases there are, and who owns them, stays.
    /// </summary>
    public sealed record DataErased(PetitionerKey Petitioner, ImmutableArray<CaseId> Cases, string Reason) : PetitionerEvent;

    private PetitionerEvent()
    {
    }
}
