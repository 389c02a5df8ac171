using PetitionMesh.Grains.City;

namespace PetitionMesh.Journal.Ledger;

/// <summary>Y7: first requests of one responsible person.</summary>
/// <param name="Responsible">首诉负责人; null where a sheet names nobody.</param>
/// <param name="InTime">Done by the day promised.</param>
/// <param name="Late">Done after it.</param>
/// <param name="Overdue">Open after it.</param>
/// <param name="Untimed">Done where no day was promised, and not on the spot.</param>
public sealed record RequestsOfPerson(
    CourtId Court, string? Responsible, long Received, long OnTheSpot, long InTime, long Late, long Entered, long Open, long Overdue, long Untimed);

/// <summary>Y7: matters that came back to whoever had them first.</summary>
/// <param name="Disputed">Those with an objection that is not decided.</param>
/// <param name="Enforced">Those of which something was enforced.</param>
public sealed record RoutingsOfReceiver(CourtId Court, string Division, string Receiver, long Trials, long Enforcements, long Disputed, long Enforced, long EnforcedFen);

/// <summary>Y7: complaints that a stuck-errand desk took while this was its officer.</summary>
public sealed record ComplaintsOfOfficer(CourtId Court, string Officer, long Received, long Circulated, long Answered);

/// <summary>Y7: complaints that a division had to check.</summary>
/// <param name="Founded">In part or as a whole.</param>
public sealed record ComplaintsOfDivision(CourtId Court, string Division, long Received, long InTime, long Late, long Overdue, long Founded);

/// <summary>Y7: on-site checks of the ledgers of a division.</summary>
/// <param name="Division">Null where the whole court was checked.</param>
/// <param name="BySuperior">Those of them that another court made.</param>
/// <param name="Found">Findings.</param>
/// <param name="InTime">Put right by the last day.</param>
/// <param name="Open">Not put right.</param>
/// <param name="Overdue">Those of them whose last day has passed.</param>
public sealed record ChecksOfDivision(
    CourtId Court, string? Division, long Checks, long BySuperior, long Sampled, long Agreeing, long Found, long InTime, long Late, long Open, long Overdue);
