SELECT PayloadBinary, Version
FROM OrleansStorage
WHERE GrainIdHash = @GrainIdHash AND GrainTypeHash = @GrainTypeHash AND GrainIdN0 = @GrainIdN0 AND GrainIdN1 = @GrainIdN1
  AND GrainTypeString = @GrainTypeString AND coalesce(GrainIdExtensionString, '') = coalesce(@GrainIdExtensionString, '')
  AND ServiceId = @ServiceId
