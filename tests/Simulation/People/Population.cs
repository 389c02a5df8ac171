using PetitionMesh.Grains;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Petitioners;
using PetitionMesh.Grains.Privacy;
using PetitionMesh.Simulation.Engine;

namespace PetitionMesh.Simulation.People;

/// <summary>Few people with few lawsuits, so that the courts keep meeting the same ones.</summary>
internal sealed class Population
{
    private readonly List<KnownCase> _known = [];
    private readonly Chance _chance;

    public Population(Chance chance)
    {
        _chance = chance;
        Identified = [.. Enumerable.Range(1, chance.Between(1, 4)).Select(i => new Person(
            new PetitionerKey($"1-{chance.Below(1 << 30):x8}{i}"), IdType.ResidentId, new Secret($"p{i}"), new Secret($"某{i}"), null))];
        Numbers = [.. Enumerable.Range(1, chance.Between(1, 3)).Select(i => CaseNumber.Parse($"（2019）鲁9902民初{i}号"))];
    }

    public IReadOnlyList<Person> Identified { get; }

    public IReadOnlyList<CaseNumber> Numbers { get; }

    /// <summary>The cases that somebody was told of.</summary>
    public IReadOnlyList<KnownCase> Known => _known;

    public Person Nobody { get; } = new(null, IdType.None, new Secret(""), new Secret("来信人"), null);

    public CaseId? KnownCase => AnyKnown?.Id;

    /// <summary>Some case that somebody was told of; null while there is none.</summary>
    public KnownCase? AnyKnown => _known.Count == 0 ? null : _chance.Pick(_known);

    public KnownCase Learn(CaseId id)
    {
        if (_known.Find(k => k.Id == id) is not { } known)
            _known.Add(known = new KnownCase(id));
        return known;
    }

    public IReadOnlyList<Person> Some(int count)
    {
        var rest = Identified.ToList();
        var some = new List<Person>();
        while (some.Count < count && rest.Count > 0)
        {
            var one = _chance.Below(rest.Count);
            some.Add(rest[one]);
            rest.RemoveAt(one);
        }

        return some;
    }
}
