namespace Orleans;

/// <summary>A grain factory outside any grain, as endpoints use it.</summary>
public interface IClusterClient : IGrainFactory
{
    IServiceProvider ServiceProvider { get; }
}
