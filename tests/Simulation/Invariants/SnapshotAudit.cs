using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Journal.Memory;

namespace PetitionMesh.Simulation.Invariants;

/// <summary>Every snapshot, once read, is the state that its events fold to, in every property and field: nothing of it is lost on the way.</summary>
internal static class SnapshotAudit
{
    public static void Check(MemoryTables tables, CaseHistory history, Findings findings)
    {
        foreach (var (id, entries) in history.Cases)
        {
            if (!tables.Snapshots.TryGetValue(StreamId.Of(id), out var row))
                continue;
            var folded = entries.Take(row.Snapshot.Version).Aggregate(CaseState.Unopened, (state, entry) => CaseEvolution.Evolve(state, entry.Event));
            var read = JsonSerializer.Deserialize(row.Snapshot.State.AsSpan(), CaseStateJson.Default.CaseState);
            findings.Require(Told(folded) == Told(read), $"The snapshot of case {id.Value[..8]} at version {row.Snapshot.Version} is not what its events say.");
        }
    }

    /// <summary>All that an object holds, as text. Not by the serializer whose work is judged.</summary>
    public static string Told(object? value)
    {
        var text = new StringBuilder();
        Tell(value, text);
        return text.ToString();
    }

    private static void Tell(object? value, StringBuilder text)
    {
        switch (value)
        {
            case null:
                text.Append('-');
                break;
            case IFormattable or string or bool:
                text.AppendFormat(CultureInfo.InvariantCulture, "{0}", value is DateTimeOffset at ? at.UtcTicks : value);
                break;
            case IEnumerable many:
                var parts = many.Cast<object?>().Select(Told);
                // Sets and dictionaries have no order of their own.
                text.Append('[').AppendJoin(';', IsOrdered(value.GetType()) ? parts : parts.Order(StringComparer.Ordinal)).Append(']');
                break;
            default:
                text.Append('{');
                foreach (var property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0))
                    Tell(property.GetValue(value), text.Append(property.Name).Append('='));
                foreach (var field in value.GetType().GetFields(BindingFlags.Public | BindingFlags.Instance))
                    Tell(field.GetValue(value), text.Append(field.Name).Append('='));
                text.Append('}');
                break;
        }
    }

    private static bool IsOrdered(Type type) => type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IReadOnlyList<>));
}
