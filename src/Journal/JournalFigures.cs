using System.Collections.Immutable;
using PetitionMesh.Journal.GroupCommit;

namespace PetitionMesh.Journal;

/// <summary>What the journal of this process has done since its start, for a dashboard.</summary>
/// <param name="Waiting">Writes that wait for their batch now.</param>
/// <param name="Batches">Batches with events that were committed.</param>
/// <param name="Sizes">Those batches by their number of events: up to 1, 2, 4, 8 … 2^n.</param>
public sealed record JournalFigures(JournalState State, int Waiting, long Batches, long Events, ImmutableArray<long> Sizes);
