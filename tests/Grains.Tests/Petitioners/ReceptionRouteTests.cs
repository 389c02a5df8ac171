using System.Collections.Immutable;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Petitioners;
using PetitionMesh.Grains.Privacy;

namespace PetitionMesh.Grains.Tests.Petitioners;

/// <summary>Which case a reception belongs to.</summary>
public sealed class ReceptionRouteTests
{
    private static readonly CaseId Known = new(Guid.Parse("00000000-0000-8000-8000-000000000001"));
    private static readonly CaseId OfAnother = new(Guid.Parse("00000000-0000-8000-8000-000000000002"));

    [Fact]
    public void A_known_number_leads_to_its_case() =>
        Assert.Equal(new ReceptionRoute.Existing(Known), Route(new CaseReference(Some.Number(), null, false), Has(Known, Some.Number())));

    [Fact]
    public void A_new_number_opens_a_case_and_looks_for_open_ones() =>
        Assert.Equal(new ReceptionRoute.New(Some.Number(7), Warn: true), Route(new CaseReference(Some.Number(7), null, false), Has(Known, Some.Number())));

    [Fact]
    public void Nothing_named_asks_whether_cases_are_open() =>
        Assert.IsType<ReceptionRoute.AskIfOpen>(Route(CaseReference.Absent, Has(Known, null)));

    [Fact]
    public void A_case_of_somebody_else_is_refused() =>
        Assert.Equal("case-of-another-person", Assert.IsType<ReceptionRoute.Refused>(Route(new CaseReference(null, OfAnother, false), Has(Known, null))).Refusal.Code);

    [Fact]
    public void A_representative_brings_the_petition_to_the_case_that_one_of_them_has() =>
        Assert.Equal(
            new ReceptionRoute.Existing(Known),
            Route(new CaseReference(Some.Number(), null, false), Has(), Has(Known, Some.Number())));

    [Fact]
    public void A_repeated_command_finds_the_case_it_opened()
    {
        var command = Command(new CaseReference(null, null, New: true));
        Assert.Equal(new ReceptionRoute.Existing(command.NewCase), ReceptionRoute.Of(command, Has(command.NewCase, null), [Has(command.NewCase, null)]));
    }

    private static ReceptionRoute Route(CaseReference reference, params PetitionerStanding[] persons) =>
        ReceptionRoute.Of(Command(reference), persons[0], [.. persons]);

    private static PetitionerStanding Has(CaseId? id = null, CaseNumber? number = null) =>
        new(Some.Petitioner, 0, id is { } known ? [new CaseLink(known, number)] : ImmutableArray<CaseLink>.Empty, null, null, null);

    private static Receive Command(CaseReference reference) => new(
        new CommandId("clerk", "key", [], true),
        new Actor("clerk", "", Some.DongGang, Role.Clerk),
        Some.Morning,
        Some.DongGang,
        Channel.Visit,
        Some.FirstReceiver,
        Some.Morning,
        [new Person(Some.Petitioner, IdType.ResidentId, new Secret("9901"), null, null)],
        reference,
        new Secret("claim"),
        new Secret(""),
        1,
        Level.Local);
}
