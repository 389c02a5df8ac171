using System.Collections.Immutable;
using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Journal.GroupCommit;

/// <summary>What a batch must know before it is decided: the versions of its streams and whether its commands were answered before.</summary>
public sealed record BatchQuestion(ImmutableArray<StreamId> Streams, ImmutableArray<CommandName> Commands);
