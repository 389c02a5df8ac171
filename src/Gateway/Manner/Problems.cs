namespace PetitionMesh.Gateway.Manner;

/// <summary>The catalogue of refusals that are not a rule's own. One place, so that a status always reads the same.</summary>
internal static class Problems
{
    /// <summary>Seconds that a caller waits before trying again when the journal can't take more.</summary>
    public const int RetrySeconds = 2;

    public static Problem Malformed(string detail) => new(400, "malformed", "请求格式有误", detail);

    public static Problem Malformed(string field, string message) => Malformed("请求内容无法识别，请按各项提示修改后重新提交。") with
    {
        Errors = new Dictionary<string, List<string>> { [field] = [message] },
    };

    public static Problem Invalid(string field, string message, string? rule = null) =>
        new(422, "invalid", "请求内容不符合规定", "请按各项提示修改后重新提交。")
        {
            Rule = rule,
            Errors = new Dictionary<string, List<string>> { [field] = [message] },
        };

    public static Problem BadToken(string detail) => new(401, "unauthenticated", "未登录或登录凭证无效", detail);

    public static Problem Forbidden(string detail) => new(403, "forbidden", "无权办理", detail);

    public static Problem NotFound(string detail) => new(404, "not-found", "未找到", detail);

    public static Problem TooLarge(int limit) => new(413, "too-large", "请求内容过大",
        $"请求内容不得超过 {(limit >= 1 << 20 ? $"{limit >> 20} MiB" : $"{limit >> 10} KiB")}，请缩减后重新提交。");

    public static Problem WrongContentType(string expected) => new(415, "unsupported-media-type", "内容类型不受支持",
        $"请以 {expected} 类型提交内容。");

    public static Problem TooMany(int seconds) => new(429, "too-many-requests", "请求过于频繁",
        $"请在 {seconds} 秒后再试。")
    { RetryAfter = seconds };

    public static Problem Busy { get; } = new(503, "busy", "系统繁忙", $"本次没有登记任何内容，请在 {RetrySeconds} 秒后重试。") { RetryAfter = RetrySeconds };

    public static Problem OutcomeUnknown { get; } = new(503, "outcome-unknown", "结果尚不确定",
        "系统未能及时确认本次请求是否已经生效，请使用同一 Idempotency-Key 原样重试，系统不会重复登记。")
    { Outcome = "unknown", RetryAfter = RetrySeconds };

    public static Problem KeyReused { get; } = new(422, "idempotency-key-reused", "幂等键已用于其他内容",
        "该 Idempotency-Key 已用于另一份请求内容，请为新的请求使用新的键。");

    public static Problem VersionMoved { get; } = new(412, "version-moved", "内容已被他人更新", "请重新读取最新内容，核对后再提交。");

    public static Problem Broken { get; } = new(500, "internal-error", "系统内部错误", "请稍后重试；如仍出现，请将 traceId 告知运维人员。");

    /// <summary>What the framework answered with a bare status, in our manner.</summary>
    public static Problem OfStatus(int status) => status switch
    {
        400 => Malformed("请求无法识别，请检查请求行、请求头和内容后重新提交。"),
        401 => BadToken("请在 Authorization 请求头中提供有效的访问令牌。"),
        403 => Forbidden("您的角色或所属法院不能办理此事项。"),
        404 => NotFound("没有这个地址或资源，请核对后重试。"),
        405 => new(405, "method-not-allowed", "不支持此请求方法", "请改用 Allow 响应头所列的方法。"),
        408 => new(408, "request-timeout", "请求超时", "请求内容未及时到达，请检查网络后重新提交。"),
        411 => new(411, "length-required", "缺少内容长度", "请提供 Content-Length 后重新提交。"),
        413 => new(413, "too-large", "请求内容过大", "请缩减请求内容后重新提交。"),
        414 => new(414, "uri-too-long", "地址过长", "请缩短地址后重试。"),
        415 => WrongContentType("application/json"),
        429 => TooMany(60),
        431 => new(431, "headers-too-large", "请求头过大", "请缩减请求头后重试。"),
        503 => Busy,
        < 500 => new(status, "refused", "请求未被接受", "请核对请求后重试。"),
        _ => Broken with { Status = status },
    };
}
