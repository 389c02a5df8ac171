using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Gateway.Ownership;
using PetitionMesh.Grains.Cases;

namespace PetitionMesh.Gateway.Tests.Ownership;

public sealed class LookupAnswerTests
{
    [Fact]
    public void What_is_written_by_hand_is_what_the_serializer_writes()
    {
        ImmutableArray<StandingView> cases =
        [
            .. Enum.GetValues<CaseStatus>().Select(status => new StandingView(
                new CaseId(Guid.NewGuid()), null, "dg", status, 3, null, new DateOnly(2026, 1, 2), null)),
            .. Enum.GetValues<OwnerOrigin>().Select(origin => new StandingView(
                new CaseId(Guid.NewGuid()), "(2016)鲁9902民初4058号", "zy", CaseStatus.Open, 1,
                new OwnerView("L012", "曹\"景\\和<", "常务副院长", "dg", origin), new DateOnly(2026, 1, 2), new DateOnly(2026, 11, 20))),
        ];
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) }))
            LookupAnswer.Write(json, cases);
        Assert.Equal(JsonSerializer.Serialize(new LookupView(cases), WireJson.Answers.LookupView), Encoding.UTF8.GetString(bytes.WrittenSpan));
    }
}
