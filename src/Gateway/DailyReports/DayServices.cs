using PetitionMesh.Gateway.Commands;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.CourtDays;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Gateway.DailyReports;

/// <summary>What a report and its correction are brought with.</summary>
internal sealed record DayServices(
    DailyReportDesk Desk, IFigureDesk Ledger, ICityDirectory City, ReportingTerms Terms, CommandIds Ids, TimeProvider Time);
