namespace PetitionMesh.Gateway.Auth;

/// <summary>Section <c>Auth</c>: whose tokens are believed. Read outside Development only; there the gateway issues its own.</summary>
internal sealed class AuthOptions
{
    public const string Section = "Auth";

    /// <summary>Base address of the OpenID Connect issuer; its discovery document is read below <c>/.well-known</c>. Required.</summary>
    public string? Authority { get; set; }

    /// <summary>Value of <c>iss</c>; default: what the discovery document says.</summary>
    public string? Issuer { get; set; }

    /// <summary>Value of <c>aud</c>. Required.</summary>
    public string? Audience { get; set; }

    /// <summary>Default true. Only a test's or a mesh's own loopback issuer may speak plain HTTP.</summary>
    public bool RequireHttps { get; set; } = true;

    /// <summary>Shortest time between two fetches of the issuer's keys because of an unknown key id, seconds; default 10, at least 1.</summary>
    public int KeyRefreshSeconds { get; set; } = 10;

    /// <summary>What is wrong for an environment without tokens of its own, in Chinese; null when all is well.</summary>
    public string? Problem() =>
        !Uri.TryCreate(Authority, UriKind.Absolute, out var authority) || authority.Scheme is not ("https" or "http")
            ? "配置 Auth:Authority 缺失或不是网址，请填写统一认证（OpenID Connect）服务地址。"
        : RequireHttps && authority.Scheme != "https" ? "配置 Auth:Authority 必须使用 https（仅测试可设 Auth:RequireHttps=false）。"
        : string.IsNullOrWhiteSpace(Audience) ? "配置 Auth:Audience 缺失，请填写令牌的受众。"
        : KeyRefreshSeconds < 1 ? "配置 Auth:KeyRefreshSeconds 不得小于 1 秒。"
        : null;
}
