using Orleans.Runtime;

namespace Orleans
{
    /// <summary>A grain that asks to be called at times, also after a restart.</summary>
    public interface IRemindable : IGrain
    {
        Task ReceiveReminder(string reminderName, TickStatus status);
    }
}

namespace Orleans.Runtime
{
    /// <summary>A registered reminder.</summary>
    public interface IGrainReminder
    {
        string ReminderName { get; }
    }

    /// <summary>Which tick this is; all times UTC.</summary>
    [GenerateSerializer, Immutable]
    public readonly record struct TickStatus(
        [property: Id(0)] DateTime FirstTickTime, [property: Id(1)] TimeSpan Period, [property: Id(2)] DateTime CurrentTickTime);

    /// <summary>A reminder could not be changed, for example since another process changed it first.</summary>
    public sealed class ReminderException : OrleansException
    {
        public ReminderException() { }

        public ReminderException(string message) : base(message) { }

        public ReminderException(string message, Exception innerException) : base(message, innerException) { }
    }
}
