using PetitionMesh.Embedded.Hosting;

namespace PetitionMesh.Embedded.Calls;

/// <summary>
/// All calls whose callers wait, for their timeout. One timeout holds for all, so lists in order of sending suffice: the
/// sweep looks at their heads, and a call costs two list operations instead of a timer. Striped by the sender's thread.
/// </summary>
internal sealed class InFlightCalls : IDisposable
{
    private const int StripeCount = 16;

    private readonly TimeProvider _time;
    private readonly TimeSpan _timeout;
    private readonly TimeSpan _every;
    private readonly Stripe[] _stripes = new Stripe[StripeCount];
    private readonly ITimer _sweep;
    private int _isArmed;

    public InFlightCalls(TimeProvider time, TimeSpan timeout)
    {
        _time = time;
        _timeout = timeout;
        // A call may wait this much longer than the timeout; a twelfth, so a second by default.
        _every = TimeSpan.FromTicks(Math.Max(timeout.Ticks / 12, TimeSpan.TicksPerMillisecond));
        for (var i = 0; i < StripeCount; i++) _stripes[i] = new Stripe();
        _sweep = HostTimer.Create(time, static calls => ((InFlightCalls)calls!).Sweep(), this);
    }

    public void Add(PendingCall call)
    {
        var stripe = _stripes[Environment.CurrentManagedThreadId % StripeCount];
        call.Stripe = stripe;
        lock (stripe) stripe.Append(call);
        if (Volatile.Read(ref _isArmed) == 0) Arm();
    }

    public static void Remove(PendingCall call)
    {
        var stripe = call.Stripe!;
        lock (stripe) stripe.Unlink(call);
    }

    public void Dispose() => _sweep.Dispose();

    private void Arm()
    {
        if (Interlocked.Exchange(ref _isArmed, 1) == 0) _sweep.Change(_every, Timeout.InfiniteTimeSpan);
    }

    private void Sweep()
    {
        Volatile.Write(ref _isArmed, 0);
        var now = _time.GetTimestamp();
        var isAnyLeft = false;
        foreach (var stripe in _stripes)
        {
            while (true)
            {
                PendingCall? head;
                lock (stripe)
                {
                    head = stripe.First;
                    if (head is null) break;
                    if (_time.GetElapsedTime(head.SentAt, now) < _timeout)
                    {
                        isAnyLeft = true;
                        break;
                    }
                    stripe.Unlink(head);
                }
                head.Expire(_timeout);
            }
        }
        if (isAnyLeft) Arm();
    }

    /// <summary>A doubly linked list through the calls themselves.</summary>
    internal sealed class Stripe
    {
        public PendingCall? First { get; private set; }

        private PendingCall? Last { get; set; }

        public void Append(PendingCall call)
        {
            call.Earlier = Last;
            if (Last is null) First = call;
            else Last.Later = call;
            Last = call;
        }

        /// <summary>Does nothing for a call that is not in the list any more.</summary>
        public void Unlink(PendingCall call)
        {
            if (call.Earlier is null && !ReferenceEquals(First, call)) return;
            if (call.Earlier is { } earlier) earlier.Later = call.Later;
            else First = call.Later;
            if (call.Later is { } later) later.Earlier = call.Earlier;
            else Last = call.Earlier;
            call.Earlier = call.Later = null;
        }
    }
}
