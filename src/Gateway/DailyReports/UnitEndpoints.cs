using PetitionMesh.Gateway.Auth;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Grains;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.CourtDays;
using PetitionMesh.Grains.DutyContacts;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Gateway.DailyReports;

/// <summary><c>/api/reporting-units</c>: who reports, by when, and who can be reached (J11).</summary>
internal static class UnitEndpoints
{
    private const int LongestName = 50;
    private const int LongestPhone = 40;

    public static void MapReportingUnits(this IEndpointRouteBuilder routes)
    {
        var units = routes.MapGroup("/api/reporting-units").WithTags("日报告");
        units.MapGet("/", ListAsync).RequireAuthorization(Policies.ReadDaily).Produces<UnitListView>().WithSummary("报送单位、截止时间和昼夜联系人");
        units.MapPut("/{unit}/contact", NameAsync).RequireAuthorization(Policies.ReadDaily)
            .Accepts<ContactBody>("application/json").Produces<UnitView>().WithSummary("指定昼夜联系人；只能更换，不能空缺");
    }

    private static async Task<IResult> ListAsync(HttpContext context, IFigureDesk ledger, ICityDirectory city, ReportingTerms terms)
    {
        var actor = context.Actor();
        var contacts = await ledger.ReadAsync(figures => figures.ContactsAsync(), context.RequestAborted);
        return new Answer<UnitListView>(
            new UnitListView(
                [
                    .. ReportingUnits.Of(city.Current).Where(u => actor.Role == Role.Supervisor || u.Unit.Court == actor.Court)
                        .Select(u => View(u, terms, contacts.FirstOrDefault(c => c.Unit == u.Unit)?.Named)),
                ],
                Next: null),
            WireJson.Answers.UnitListView);
    }

    private static async Task<IResult> NameAsync(
        HttpContext context, string unit, DailyReportDesk desk, ICityDirectory city, ReportingTerms terms, TimeProvider time)
    {
        if (ReportingUnits.Of(city.Current).FirstOrDefault(u => u.Unit.Value == unit) is not { } found)
            return DailyReportEndpoints.UnknownUnit;
        var actor = context.Actor();
        if (actor.Role == Role.Office && actor.Court != found.Unit.Court)
            return Problems.Forbidden("只能指定本单位的联系人。");
        var body = await JsonBody.ReadAsync(context, WireJson.Bodies.ContactBody);
        if (body.Problem is not null)
            return body.Problem;
        var errors = new FieldErrors();
        Check(errors, "name", body.Value.Name, LongestName);
        Check(errors, "post", body.Value.Post, LongestName);
        Check(errors, "phone", body.Value.Phone, LongestPhone);
        if (errors.ToProblem() is { } problem)
            return problem;
        var now = time.GetUtcNow();
        var named = new NameContact(actor, now, body.Value.Name!.Trim(), body.Value.Post!.Trim(), body.Value.Phone!.Trim());
        return await desk.NameContactAsync(found.Unit, named)
            ? new Answer<UnitView>(View(found, terms, new NamedContact(named.Name, named.Post, named.Phone)), WireJson.Answers.UnitView)
            : Problems.Busy;
    }

    private static UnitView View(ReportingUnit unit, ReportingTerms terms, NamedContact? contact) =>
        new(unit.Unit.Value, unit.Name, terms.CutOff(unit.Unit).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture), DayBoard.Contact(unit, contact));

    private static void Check(FieldErrors errors, string field, string? text, int longest)
    {
        if (string.IsNullOrWhiteSpace(text))
            errors.Missing(field);
        PlainText.CheckName(errors, field, text, longest);
    }
}
