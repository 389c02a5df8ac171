using Orleans.Runtime;

namespace Orleans;

/// <summary>What the extension methods of grains need to know of one.</summary>
public interface IGrainBase
{
    IGrainContext GrainContext { get; }
}
