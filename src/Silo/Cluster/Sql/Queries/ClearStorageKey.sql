-- The row stays with its version, so that a write of the state before is still refused.
UPDATE OrleansStorage
SET PayloadBinary = NULL, ModifiedOn = now(), Version = Version + 1
WHERE GrainIdHash = @GrainIdHash AND GrainTypeHash = @GrainTypeHash AND GrainIdN0 = @GrainIdN0 AND GrainIdN1 = @GrainIdN1
  AND GrainTypeString = @GrainTypeString AND coalesce(GrainIdExtensionString, '') = coalesce(@GrainIdExtensionString, '')
  AND ServiceId = @ServiceId AND Version = CAST(@GrainStateVersion AS integer)
RETURNING Version AS NewGrainStateVersion
