namespace Orleans;

/// <summary>The kinds of end of an activation; numbered as in Orleans, though a single process never knows some of them.</summary>
#pragma warning disable CA1028 // The underlying type is part of the imitated contract.
public enum DeactivationReasonCode : byte
#pragma warning restore CA1028
{
    None,
    ShuttingDown,
    ActivationFailed,
    DirectoryFailure,
    ActivationIdle,
    ActivationUnresponsive,
    DuplicateActivation,
    IncompatibleRequest,
    ApplicationError,
    ApplicationRequested,
    Migrating,
    RuntimeRequested,
    HighMemoryPressure,
}
