namespace PetitionMesh.Gateway.Manner;

/// <summary>
/// Collects everything that is wrong with a request, so that a clerk corrects it in one go. What is malformed (missing, wrong kind)
/// answers 400 and outweighs what breaks a rule or can't be understood (422).
/// </summary>
internal sealed class FieldErrors
{
    private readonly Dictionary<string, List<string>> _malformed = [];
    private readonly Dictionary<string, List<string>> _invalid = [];
    private string? _rule;

    public bool Any => _malformed.Count + _invalid.Count > 0;

    public void Missing(string field) => Malformed(field, "此项必填。");

    public void Malformed(string field, string message) => Note(_malformed, field, message);

    /// <param name="rule">Rule id; the first one noted stands on the problem.</param>
    public void Invalid(string field, string message, string? rule = null)
    {
        Note(_invalid, field, message);
        _rule ??= rule;
    }

    /// <summary>The answer, or null when nothing was wrong.</summary>
    public Problem? ToProblem() => !Any ? null
        : _malformed.Count > 0
            ? Problems.Malformed("请求内容不完整或格式有误，请按各项提示修改后重新提交。") with { Errors = Both() }
            : new Problem(422, "invalid", "请求内容不符合规定", "请按各项提示修改后重新提交。") { Errors = _invalid, Rule = _rule };

    private Dictionary<string, List<string>> Both()
    {
        var both = new Dictionary<string, List<string>>(_malformed);
        foreach (var (field, messages) in _invalid)
            both[field] = both.TryGetValue(field, out var known) ? [.. known, .. messages] : messages;
        return both;
    }

    private static void Note(Dictionary<string, List<string>> errors, string field, string message)
    {
        if (!errors.TryGetValue(field, out var messages))
            errors[field] = messages = [];
        messages.Add(message);
    }
}
