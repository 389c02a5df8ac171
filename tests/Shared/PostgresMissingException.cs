namespace PetitionMesh.Tests;

/// <summary>There is no PostgreSQL server program here, or it could not be started.</summary>
public sealed class PostgresMissingException(string message) : Exception(message);
