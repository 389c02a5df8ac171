using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using PetitionMesh.Grains;

namespace PetitionMesh.Gateway.Auth;

/// <summary>
/// Development only: the gateway signs tokens itself (HS256) with a key kept in <c>Data:Directory</c>, so that they stay valid
/// across restarts. Not registered in any other environment.
/// </summary>
internal sealed class DevelopmentTrust : ITokenTrust
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);
    public const string KeyFile = "development-token.key";
    private const string Self = "petition-mesh-development";

    private readonly SymmetricSecurityKey _key;
    private readonly TokenValidationParameters _parameters;
    private readonly TimeProvider _time;

    public DevelopmentTrust(string directory, TimeProvider time)
    {
        _time = time;
        _key = new SymmetricSecurityKey(OpenKey(Path.Combine(directory, KeyFile)));
        _parameters = new TokenValidationParameters
        {
            ValidIssuer = Self,
            ValidAudience = Self,
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            IssuerSigningKey = _key,
        };
    }

    public string Issue(string subject, string name, string court, Role role)
    {
        var now = _time.GetUtcNow().UtcDateTime;
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Self,
            Audience = Self,
            IssuedAt = now,
            NotBefore = now,
            Expires = now + Lifetime,
            Claims = new Dictionary<string, object> { ["sub"] = subject, ["name"] = name, ["court"] = court, ["role"] = role.Word() },
            SigningCredentials = new SigningCredentials(_key, SecurityAlgorithms.HmacSha256),
        });
    }

    public ValueTask<TokenValidationParameters> ParametersAsync(CancellationToken cancellationToken) => new(_parameters);

    public ValueTask<bool> RefreshAsync(CancellationToken cancellationToken) => new(false);

    private static byte[] OpenKey(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        if (!File.Exists(file))
            CreateKey(file);
        var key = File.ReadAllBytes(file);
        return key.Length == 32 ? key
            : throw new InvalidDataException($"开发令牌密钥文件 {file} 已损坏，请删除后重新启动（已签发的开发令牌将失效）。");
    }

    /// <summary>Written beside and moved into place, so that two first starts agree and a killed one leaves nothing half.</summary>
    private static void CreateKey(string file)
    {
        var draft = $"{file}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var stream = new FileStream(draft, options))
            stream.Write(RandomNumberGenerator.GetBytes(32));
        try
        {
            File.Move(draft, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(draft); // Another process was first; its key is the one.
        }
    }
}
