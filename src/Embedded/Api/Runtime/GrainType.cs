namespace Orleans.Runtime;

/// <summary>A grain class's name in storage: the class name in lower case without its suffix <c>Grain</c>.</summary>
public readonly record struct GrainType
{
    private readonly string? _value;

    private GrainType(string value) => _value = value;

    public bool IsDefault => _value is null;

    public static GrainType Create(string value) => new(value);

    public override string ToString() => _value ?? "";
}
