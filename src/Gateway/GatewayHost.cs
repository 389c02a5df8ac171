using Microsoft.AspNetCore.Server.Kestrel.Core;
using PetitionMesh.Gateway.Assignments;
using PetitionMesh.Gateway.Auth;
using PetitionMesh.Gateway.Campaigns;
using PetitionMesh.Gateway.Cases;
using PetitionMesh.Gateway.Cases.Acts;
using PetitionMesh.Gateway.Cases.Papers;
using PetitionMesh.Gateway.Cases.Work;
using PetitionMesh.Gateway.City;
using PetitionMesh.Gateway.Commands;
using PetitionMesh.Gateway.DailyReports;
using PetitionMesh.Gateway.Desks;
using PetitionMesh.Gateway.Documents;
using PetitionMesh.Gateway.Duties;
using PetitionMesh.Gateway.ErrandDesks;
using PetitionMesh.Gateway.FirstRequests;
using PetitionMesh.Gateway.Health;
using PetitionMesh.Gateway.Imports;
using PetitionMesh.Gateway.Inquiries;
using PetitionMesh.Gateway.LawsuitScreenings;
using PetitionMesh.Gateway.Leaders;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Gateway.OnSiteChecks;
using PetitionMesh.Gateway.OpenApi;
using PetitionMesh.Gateway.Operations;
using PetitionMesh.Gateway.OutsideVisits;
using PetitionMesh.Gateway.Ownership;
using PetitionMesh.Gateway.Pages;
using PetitionMesh.Gateway.Privacy;
using PetitionMesh.Gateway.Public;
using PetitionMesh.Gateway.ReceptionDays;
using PetitionMesh.Gateway.Receptions;
using PetitionMesh.Gateway.Reports;
using PetitionMesh.Gateway.Reports.Products;
using PetitionMesh.Gateway.Rosters;
using PetitionMesh.Gateway.Routings;
using PetitionMesh.Gateway.Settings;
using PetitionMesh.Gateway.Streams;
using PetitionMesh.Gateway.Succession;
using PetitionMesh.Gateway.Summonses;
using PetitionMesh.Silo;

namespace PetitionMesh.Gateway;

/// <summary>The gateway's table of contents: what it is made of, then what it serves.</summary>
internal static class GatewayHost
{
    /// <param name="customise">Tests replace the clock or a store here, after everything else is registered.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? customise = null)
    {
        // Shipped files (settings, sample city, calendar) lie beside the assembly, wherever the process is started from.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.ConfigureKestrel(Tune);
        builder.TellStartFaultsOnce();
        builder.AddSettings();
        builder.Services.AddPetitionMesh(builder.Configuration, builder.Environment);
        builder.AddTokens();
        builder.Services.AddDocuments();
        builder.Services.AddSingleton<CommandIds>();
        builder.Services.AddSingleton<ReceptionDesk>();
        builder.Services.AddSingleton<RosterDesk>();
        builder.Services.AddSingleton<ReceptionDayDesk>();
        builder.Services.AddSingleton<DailyReportDesk>();
        builder.Services.AddSingleton<ProductDesk>();
        builder.Services.AddSingleton<PetitionerNames>();
        builder.Services.AddSingleton<LedgerNames>();
        builder.Services.AddSingleton<CandidateViews>();
        builder.Services.AddSingleton<KnownKeys>();
        builder.Services.AddSingleton<OwnershipLookup>();
        builder.Services.AddSingleton<CaseDoor>();
        builder.Services.AddSingleton<CaseWorks>();
        builder.Services.AddSingleton<CaseFiles>();
        builder.Services.AddSingleton<FirstRequestFile>();
        builder.Services.AddSingleton<RoutingFile>();
        builder.Services.AddSingleton<LawsuitScreeningFile>();
        builder.Services.AddSingleton<CampaignDesk>();
        builder.Services.AddSingleton<ComplaintFile>();
        builder.Services.AddSingleton<CaseDocuments>();
        builder.Services.AddSingleton<FormDesk>();
        builder.Services.AddSingleton<CaseActs>();
        builder.Services.AddSingleton<CaseHistories>();
        builder.Services.AddSingleton<GuessLimit>();
        builder.Services.AddSingleton<PublicDoor>();
        builder.Services.AddSingleton<ProcessFigures>();
        builder.Services.AddSingleton<RecordedActs>();
        builder.AddStreams();
        builder.AddDesks();
        builder.AddImports();
        customise?.Invoke(builder);

        var app = builder.Build();
        app.UseMiddleware<EveryError>();
        app.UseRoutingOfHeads();
        app.UseMiddleware<TokenGate>();
        app.MapStartPage();
        app.MapConsole();
        app.MapHealth();
        app.MapDocuments();
        app.MapOperations();
        app.MapCity();
        app.MapReceptions();
        app.MapRosters();
        app.MapSwaps();
        app.MapReceptionDays();
        app.MapAppointments();
        app.MapDutyScreens();
        app.MapSummonses();
        app.MapDesks();
        app.MapAwaiting();
        app.MapSuccession();
        app.MapInquiries();
        app.MapDutyLogs();
        app.MapFirstRequests();
        app.MapFirstRequestRegister();
        app.MapRoutings();
        app.MapRoutingRegister();
        app.MapCampaigns();
        app.MapCampaignRegister();
        app.MapErrandDesks();
        app.MapComplaints();
        app.MapComplaintRegister();
        app.MapOnSiteChecks();
        app.MapOnSiteCheckRegister();
        app.MapLawsuitScreenings();
        app.MapLawsuitScreeningRegister();
        app.MapLongLeave();
        app.MapOwnership();
        app.MapCases();
        app.MapCaseActs();
        app.MapForms();
        app.MapPapers();
        app.MapCaseDocuments();
        app.MapAssignments();
        app.MapOutsideVisits();
        app.MapDailyReports();
        app.MapAlerts();
        app.MapReportingUnits();
        app.MapEntries();
        app.MapReports();
        app.MapProducts();
        app.MapImports();
        app.MapPrivacy();
        app.MapPublic();
        if (app.Environment.IsDevelopment())
            app.MapDevelopmentTokens();
        Policies.RequireOnEvery(app);
        app.GreetWhenStarted();
        return app;
    }

    private static void Tune(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = 64 << 20; // Each endpoint has its own bound; up to here the rest is read away, so that the 413 reaches who is still sending.
    }
}
