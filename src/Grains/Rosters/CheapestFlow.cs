namespace PetitionMesh.Grains.Rosters;

/// <summary>
/// The largest flow of least cost through a small network, by successive shortest paths. Costs may not form a negative circle. Deterministic: equal
/// paths are chosen by the order in which edges were added.
/// </summary>
internal sealed class CheapestFlow(int nodes)
{
    private readonly List<int>[] _leaving = [.. Enumerable.Range(0, nodes).Select(_ => new List<int>())];
    private readonly List<int> _to = [];
    private readonly List<long> _cost = [];
    private readonly List<int> _room = [];

    /// <summary>Adds an edge that carries at most one unit, and its way back.</summary>
    /// <returns>Its number, for <see cref="IsUsed"/>.</returns>
    public int Add(int from, int to, long cost)
    {
        var edge = _to.Count;
        Half(from, to, cost, 1);
        Half(to, from, -cost, 0);
        return edge;
    }

    public bool IsUsed(int edge) => _room[edge] == 0;

    public void Run(int source, int sink)
    {
        while (FindPath(source, sink) is { } arrivedBy)
        {
            for (var node = sink; node != source; node = _to[arrivedBy[node] ^ 1])
            {
                _room[arrivedBy[node]]--;
                _room[arrivedBy[node] ^ 1]++;
            }
        }
    }

    /// <summary>The edge by which each node is reached at least cost, or null when the sink can't be.</summary>
    private int[]? FindPath(int source, int sink)
    {
        var distance = new long[nodes];
        Array.Fill(distance, long.MaxValue);
        var arrivedBy = new int[nodes];
        var waiting = new Queue<int>([source]);
        var isWaiting = new bool[nodes];
        distance[source] = 0;
        while (waiting.TryDequeue(out var node))
        {
            isWaiting[node] = false;
            foreach (var edge in _leaving[node])
            {
                var far = distance[node] + _cost[edge];
                if (_room[edge] == 0 || far >= distance[_to[edge]])
                    continue;
                distance[_to[edge]] = far;
                arrivedBy[_to[edge]] = edge;
                if (isWaiting[_to[edge]])
                    continue;
                isWaiting[_to[edge]] = true;
                waiting.Enqueue(_to[edge]);
            }
        }
        return distance[sink] == long.MaxValue ? null : arrivedBy;
    }

    private void Half(int from, int to, long cost, int room)
    {
        _leaving[from].Add(_to.Count);
        _to.Add(to);
        _cost.Add(cost);
        _room.Add(room);
    }
}
