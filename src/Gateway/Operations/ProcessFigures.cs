using System.Diagnostics;
using PetitionMesh.Journal.GroupCommit;

namespace PetitionMesh.Gateway.Operations;

/// <summary>One figure of the process, under the same name in <c>/metrics</c> and on the dashboard.</summary>
/// <param name="Name">Prometheus name.</param>
/// <param name="Kind"><c>counter</c> or <c>gauge</c>.</param>
/// <param name="Title">Chinese.</param>
internal readonly record struct Figure(string Name, string Kind, string Title, double Value);

/// <summary>What an operator looks at first. No figure names a person, a case or a court's caseload.</summary>
internal sealed class ProcessFigures(GroupCommitJournal journal)
{
    public IEnumerable<Figure> Read()
    {
        using var process = Process.GetCurrentProcess();
        var memory = GC.GetGCMemoryInfo();
        yield return new("process_uptime_seconds", "gauge", "运行时间（秒）", Math.Round((TimeProvider.System.GetUtcNow() - process.StartTime.ToUniversalTime()).TotalSeconds));
        yield return new("process_cpu_seconds_total", "counter", "处理器时间（秒）", process.TotalProcessorTime.TotalSeconds);
        yield return new("process_resident_memory_bytes", "gauge", "常驻内存（字节）", process.WorkingSet64);
        yield return new("dotnet_gc_heap_bytes", "gauge", "托管堆（字节）", GC.GetTotalMemory(forceFullCollection: false));
        yield return new("dotnet_gc_committed_bytes", "gauge", "已提交托管内存（字节）", memory.TotalCommittedBytes);
        yield return new("dotnet_gc_collections_total", "counter", "完全回收次数", GC.CollectionCount(2));
        yield return new("dotnet_gc_pause_seconds_total", "counter", "回收停顿（秒）", GC.GetTotalPauseDuration().TotalSeconds);
        yield return new("dotnet_threadpool_threads", "gauge", "线程池线程数", ThreadPool.ThreadCount);
        var written = journal.Figures;
        yield return new("petitionmesh_journal_serving", "gauge", "日志可写（1）或不可写（0）", written.State == JournalState.Serving ? 1 : 0);
        yield return new("petitionmesh_journal_waiting", "gauge", "等待写入的请求", written.Waiting);
        yield return new("petitionmesh_journal_batches_total", "counter", "已提交批次", written.Batches);
        yield return new("petitionmesh_journal_events_total", "counter", "已写入事件", written.Events);
        yield return new("dotnet_threadpool_queue_length", "gauge", "线程池排队任务数", ThreadPool.PendingWorkItemCount);
    }
}
