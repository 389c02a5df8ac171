using System.Collections.Immutable;
using PetitionMesh.Grains.Cases;

namespace PetitionMesh.Grains.Petitioners;

/// <summary>Which case a reception belongs to. Pure: from the command and what the persons concerned already have.</summary>
public abstract record ReceptionRoute
{
    /// <summary>A case that one of them has.</summary>
    public sealed record Existing(CaseId Case) : ReceptionRoute;

    /// <summary>A new case. <paramref name="Warn"/> when the clerk should see the person's open cases beside it.</summary>
    public sealed record New(CaseNumber? Number, bool Warn) : ReceptionRoute;

    /// <summary>Nothing names the case: new when the person has none open, else the clerk must choose.</summary>
    public sealed record AskIfOpen : ReceptionRoute;

    public sealed record Refused(Refusal Refusal) : ReceptionRoute;

    private ReceptionRoute()
    {
    }

    /// <param name="persons">All representatives; the first one of the command is <paramref name="primary"/>.</param>
    public static ReceptionRoute Of(Receive command, PetitionerStanding primary, ImmutableArray<PetitionerStanding> persons)
    {
        // A repeat of the command that opened the case finds that case, whatever else would be asked now.
        var opened = command.NewCase;
        if (persons.Any(p => p.Links.Any(l => l.Case == opened)))
            return new Existing(opened);
        if (command.Case.Id is { } id)
        {
            return persons.Any(p => p.Links.Any(l => l.Case == id))
                ? new Existing(id)
                : new Refused(Refusal.Breaks(
                    "case-of-another-person", null, "该信访事项不属于此信访人。请按案号登记，或先办理身份确认后再登记。", "case.caseId"));
        }
        if (command.Case.Number is { } number)
        {
            var link = LinkTo(number, primary) ?? persons.Select(p => LinkTo(number, p)).FirstOrDefault(l => l is not null);
            return link is null ? new New(number, Warn: true) : new Existing(link.Case);
        }
        return command.Case.New ? new New(null, Warn: false) : new AskIfOpen();
    }

    private static CaseLink? LinkTo(CaseNumber number, PetitionerStanding person) => person.Links.FirstOrDefault(l => l.Number == number);
}
