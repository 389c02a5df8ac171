namespace Orleans.Runtime;

/// <summary>A grain's key. Orleans keeps UTF-8 here, this host the string itself.</summary>
public readonly record struct IdSpan
{
    private readonly string? _value;

    private IdSpan(string value) => _value = value;

    public bool IsDefault => _value is null;

    public static IdSpan Create(string id) => new(id);

    public override string ToString() => _value ?? "";
}
