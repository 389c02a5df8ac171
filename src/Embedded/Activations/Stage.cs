namespace PetitionMesh.Embedded.Activations;

/// <summary>The life of an activation, in order.</summary>
internal enum Stage : byte
{
    Created,
    Activating,
    Valid,

    /// <summary>Asked to end: running turns finish, no other begins.</summary>
    Ending,
    Deactivating,

    /// <summary>Takes no turn any more. Stray continuations of abandoned turns still run on it, one at a time.</summary>
    Dead,
}
