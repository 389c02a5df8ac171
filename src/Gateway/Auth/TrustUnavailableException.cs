namespace PetitionMesh.Gateway.Auth;

/// <summary>The issuer of tokens cannot be asked for its keys, or answers with none that can be read: nobody can be let in, through no fault of theirs.</summary>
internal sealed class TrustUnavailableException(Exception away) : Exception("The issuer of tokens does not answer.", away);
