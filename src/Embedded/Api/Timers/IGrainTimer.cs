namespace Orleans.Runtime;

/// <summary>A timer of one activation; it ends with it or when disposed.</summary>
public interface IGrainTimer : IDisposable
{
    /// <summary>Starts anew: due after <paramref name="dueTime"/>, then a period after each end; infinite means never.</summary>
    void Change(TimeSpan dueTime, TimeSpan period);
}
