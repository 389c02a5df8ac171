using System.Runtime.InteropServices;
using System.Text.Json;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Grains.Cases;

/// <summary>Between an imported matter and the case that takes it up.</summary>
internal static class CaseImports
{
    public static CaseCommand.Import CommandOf(CaseId id, CaseImport import, Leader? owner, CitySnapshot city)
    {
        var matter = import.Matter;
        return new CaseCommand.Import(
            id,
            import.Opening,
            new CaseEvent.Imported(
                id,
                matter.Import,
                matter.Rows,
                matter.Unit,
                import.Person,
                import.Grievance,
                matter.FirstVisitOn,
                matter.EarlierVisits,
                matter.LongStanding,
                matter.Enforcement,
                matter.ProvinceVisit),
            owner?.Id,
            owner?.Court,
            matter.Now,
            city.DayOf(matter.Now));
    }

    public static CommandRecord RecordOf(CommandId id, ImportOutcome outcome) => new(
        id.Caller,
        id.Key,
        id.BodyHash,
        200,
        ImmutableCollectionsMarshal.AsImmutableArray(
            JsonSerializer.SerializeToUtf8Bytes(outcome with { Written = [] }, AnswersJson.Default.ImportOutcome)));

    public static ImportOutcome OutcomeOf(CommandRecord record) =>
        JsonSerializer.Deserialize(record.Answer.AsSpan(), AnswersJson.Default.ImportOutcome)
        ?? throw new InvalidOperationException("A stored answer of an import is empty.");
}
