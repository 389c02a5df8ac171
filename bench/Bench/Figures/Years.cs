using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Leaders;
using PetitionMesh.Grains.Petitioners;
using PetitionMesh.Grains.Privacy;

namespace PetitionMesh.Bench.Figures;

/// <summary>
/// Receptions of three years at six courts, each wholly determined by its number, so that a load that was stopped goes on: of ten, seven open a case
/// and three come back to one of those.
/// </summary>
internal static class Years
{
    /// <summary>Receptions of one append: the journal's own batches gather many of them.</summary>
    public const int Block = 100;

    private const int OpeningOfTen = 7;
    public static readonly DateOnly First = new(2023, 11, 1);
    public const int Days = 1095;
    private static readonly string[] Courts = ["zy", "dg", "xs", "nw", "by", "kf"];
    private static readonly Sealed Text = new("k1." + new string('s', 240));

    /// <summary>First the cases that the block opens, then those it comes back to.</summary>
    public static (Append Opening, Append Returning) BlockOf(int block)
    {
        var numbers = Enumerable.Range(block * Block, Block).ToArray();
        return (AppendOf(numbers.Where(n => n % 10 < OpeningOfTen).Select(Opening)), AppendOf(numbers.Where(n => n % 10 >= OpeningOfTen).Select(Returning)));
    }

    private static Append AppendOf(IEnumerable<Slice> slices) => new([.. slices], At(0), "bench", "dg", null, []);

    private static Slice Opening(int n)
    {
        var (id, court, leader) = (IdOf(n), CourtOf(n), LeaderOf(n));
        CaseNumber number = CaseNumber.Parse($"(2019)鲁9902民初{n + 1}号");
        return new Slice(StreamId.Of(id), 0,
        [
            Codecs.Case.Encode(new CaseEvent.Opened(id, number, court, [new PetitionerKey($"1-{n:x8}")], $"hash-{n:x8}", DayOf(n))),
            Codecs.Case.Encode(Received(n, id, 1, court, leader)),
            Codecs.Case.Encode(new CaseEvent.OwnerFixed(id, leader, court, OwnerOrigin.FirstReceiver, At(n))),
        ]);
    }

    private static Slice Returning(int n)
    {
        var id = IdOf(n - OpeningOfTen);
        return new Slice(StreamId.Of(id), 3,
        [
            Codecs.Case.Encode(Received(n, id, 2, CourtOf(n + 1), LeaderOf(n + 1))),
            Codecs.Case.Encode(new CaseEvent.OwnerNotified(id, LeaderOf(n - OpeningOfTen), new ReceptionId(IdOf(n).Guid), Channel.Letter)),
        ]);
    }

    private static CaseEvent.Received Received(int n, CaseId id, int number, CourtId court, LeaderId leader) => new(
        new ReceptionId(IdOf(n).Guid), id, number, number == 1, court, (Channel)(n / 7 % 6), leader, At(n), DayOf(n), null, [], Text, Text, null,
        n % 50 == 0 ? 7 : 1, (Level)(n / 11 % 4), n % 13 == 0, n % 40 == 0, false, false, Kind: MatterKind.Civil);

    private static CaseId IdOf(int n) => new(new Guid(n, 0x7e5, 0x4b1d, [0x80, 1, 2, 3, 4, 5, 6, 7]));

    private static CourtId CourtOf(int n) => new(Courts[n / 10 % Courts.Length]);

    private static LeaderId LeaderOf(int n) => new($"L{n % 50 + 1:000}");

    private static DateOnly DayOf(int n) => First.AddDays((int)((uint)n * 2654435761u % Days));

    private static DateTimeOffset At(int n) => new(DayOf(n).ToDateTime(new TimeOnly(9, 0)), TimeSpan.FromHours(8));
}
