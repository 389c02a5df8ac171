using PetitionMesh.Gateway.Auth;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Grains;
using PetitionMesh.Grains.City;

namespace PetitionMesh.Gateway.Reports;

/// <summary>Which days of whose register are asked for.</summary>
/// <param name="Court">Null is the whole city.</param>
internal sealed record RegisterPart(DateOnly From, DateOnly To, CourtId? Court)
{
    /// <summary>For lines: the supervisor reads every court's, anybody else only those of the own court. A day that is left out is no bound.</summary>
    /// <param name="errors">What was found wrong with the question before is told with what is wrong here.</param>
    /// <param name="lines">What the lines are, in Chinese, for whoever asks for another court's.</param>
    /// <returns>Null with the <paramref name="problem"/> when it cannot be told, or is another court's.</returns>
    public static RegisterPart? OfLines(HttpContext context, CitySnapshot city, FieldErrors errors, string lines, out Problem? problem)
    {
        var (query, actor) = (context.Request.Query, context.Actor());
        var (from, to) = Days(query, errors, DateOnly.MinValue, DateOnly.MaxValue);
        var named = query["court"].ToString();
        CourtId? court = actor.Role == Role.Supervisor ? ReportScope.Read(named, actor, city, errors) : actor.Court;
        problem = errors.ToProblem()
            ?? (actor.Role != Role.Supervisor && named.Length > 0 && named != actor.Court.Value ? Problems.Forbidden($"只能查看本院的{lines}。") : null);
        return problem is null ? new RegisterPart(from, to, court) : null;
    }

    /// <summary>For figures: whose they may be says <see cref="ReportScope"/>, and both days must be given.</summary>
    /// <param name="errors">As for lines.</param>
    /// <returns>As for lines.</returns>
    public static RegisterPart? OfFigures(HttpContext context, CitySnapshot city, FieldErrors errors, out Problem? problem)
    {
        var (query, actor) = (context.Request.Query, context.Actor());
        var (from, to) = Days(query, errors, null, null);
        var court = ReportScope.Read(query["court"].ToString(), actor, city, errors);
        problem = errors.ToProblem() ?? (ReportScope.MayRead(actor, court) ? null : Problems.Forbidden("只能查看本院的统计数字。"));
        return problem is null ? new RegisterPart(from, to, court) : null;
    }

    private static (DateOnly From, DateOnly To) Days(IQueryCollection query, FieldErrors errors, DateOnly? first, DateOnly? last)
    {
        var (from, to) = (QueryDay.Read(query, "from", first, errors), QueryDay.Read(query, "to", last, errors));
        if (to != default && to < from) // What could not be read is the first of all days.
            errors.Invalid("to", "截止日期早于起始日期。");
        return (from, to);
    }
}
