using Microsoft.IdentityModel.Tokens;

namespace PetitionMesh.Gateway.Auth;

/// <summary>Whose signatures are believed: the development key, or the keys of the configured issuer.</summary>
internal interface ITokenTrust
{
    /// <exception cref="HttpRequestException">The issuer can't be asked for its keys.</exception>
    ValueTask<TokenValidationParameters> ParametersAsync(CancellationToken cancellationToken);

    /// <summary>Asks for the keys again after a token named an unknown one; false when nothing new can be had now.</summary>
    ValueTask<bool> RefreshAsync(CancellationToken cancellationToken);
}
