using System.Collections.Immutable;
using PetitionMesh.Gateway.Cases;
using PetitionMesh.Gateway.Reports;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.FirstRequests;

namespace PetitionMesh.Gateway.FirstRequests;

/// <summary>The register of first requests, the latest first; nothing personal.</summary>
internal sealed record FirstRequestListView(ImmutableArray<FirstRequestLineView> Items, string? Next);

/// <summary>A line of the register.</summary>
/// <param name="Register">登记号 of an imported register.</param>
/// <param name="Overdue">Open, and the day promised has passed.</param>
/// <param name="CaseId">The case that it became.</param>
internal sealed record FirstRequestLineView(
    FirstRequestId RequestId,
    RequestStatus Status,
    string Court,
    Channel Channel,
    RequestKind? Kind,
    RequestHandling? Handling,
    DateOnly ReceivedOn,
    string? Responsible,
    string? Register,
    DateOnly? DueOn,
    DateOnly? DoneOn,
    bool Overdue,
    string? PassedTo,
    CaseId? CaseId,
    bool Filed);

/// <summary>A first request with what was written of it.</summary>
/// <param name="ReceivedAt">HH:mm; null where a sheet does not say it.</param>
/// <param name="Petitioner">Null when the data was erased.</param>
/// <param name="Steps">流转, 办结, 转为信访事项 and 归档, in order.</param>
/// <param name="Erased">Its personal data was deleted.</param>
internal sealed record FirstRequestView(
    FirstRequestId RequestId,
    RequestStatus Status,
    string Court,
    Channel Channel,
    DateOnly ReceivedOn,
    string? ReceivedAt,
    string? Responsible,
    string RegisteredBy,
    PersonView? Petitioner,
    RequestKind? Kind,
    string? Claim,
    RequestHandling? Handling,
    string? CaseNumber,
    string? Register,
    DateOnly? DueOn,
    DateOnly? DoneOn,
    CaseId? CaseId,
    bool Filed,
    ImmutableArray<FirstRequestStepView> Steps,
    bool Erased);

/// <summary>What happened after the receipt.</summary>
/// <param name="Step">流转, 办结, 转为信访事项, 归档 or 删除个人信息.</param>
/// <param name="To">The body it was passed on to.</param>
/// <param name="Text">Note or result; null where nothing was written, or where it was erased.</param>
internal sealed record FirstRequestStepView(DateTimeOffset At, string By, string Step, string? To, DateTimeOffset? AppointmentAt, string? Text);

/// <summary>First requests by court, channel and handling, of one moment.</summary>
internal sealed record FirstRequestCountsView(AsOfView AsOf, ImmutableArray<FirstRequestCountView> Rows);

/// <param name="Handling">Null where it is not said.</param>
/// <param name="Overdue">Open, and the day promised has passed.</param>
/// <param name="AnsweredLate">Done after the day promised.</param>
/// <param name="Entered">Went on as cases.</param>
internal sealed record FirstRequestCountView(
    string Court, Channel Channel, RequestHandling? Handling, long Requests, long Open, long Overdue, long AnsweredLate, long Entered);
