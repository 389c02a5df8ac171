using System.Text.Json;
using System.Text.Json.Serialization;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.CourtDays;
using PetitionMesh.Grains.DutyContacts;
using PetitionMesh.Grains.Petitioners;
using PetitionMesh.Grains.Publications;
using PetitionMesh.Grains.Rosters;

namespace PetitionMesh.Grains.Journaling;

/// <summary>The JSON of everything that is stored, generated at compile time.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CaseEvent.Opened))]
[JsonSerializable(typeof(CaseEvent.Received))]
[JsonSerializable(typeof(CaseEvent.OwnerFixed))]
[JsonSerializable(typeof(CaseEvent.Summoned))]
[JsonSerializable(typeof(CaseEvent.OwnerNotified))]
[JsonSerializable(typeof(CaseEvent.Imported))]
[JsonSerializable(typeof(CaseEvent.Ended))]
[JsonSerializable(typeof(CaseEvent.BecameFinal))]
[JsonSerializable(typeof(CaseEvent.Reopened))]
[JsonSerializable(typeof(CaseEvent.Identified))]
[JsonSerializable(typeof(CaseEvent.JoinedInto))]
[JsonSerializable(typeof(CaseEvent.JoinedBy))]
[JsonSerializable(typeof(CaseEvent.SummonsAcknowledged))]
[JsonSerializable(typeof(CaseEvent.SummonsAttended))]
[JsonSerializable(typeof(CaseEvent.SummonsArranged))]
[JsonSerializable(typeof(CaseEvent.SummonsKept))]
[JsonSerializable(typeof(CaseEvent.SummonsMissed))]
[JsonSerializable(typeof(CaseEvent.SummonsEscalated))]
[JsonSerializable(typeof(CaseEvent.ContentErased))]
[JsonSerializable(typeof(PetitionerEvent.Registered))]
[JsonSerializable(typeof(PetitionerEvent.CaseLinked))]
[JsonSerializable(typeof(PetitionerEvent.DataErased))]
[JsonSerializable(typeof(CityDocument))]
[JsonSerializable(typeof(CityEvent.Loaded))]
[JsonSerializable(typeof(CityEvent.KeysFixed))]
[JsonSerializable(typeof(RosterEvent.Drafted))]
[JsonSerializable(typeof(RosterEvent.Published))]
[JsonSerializable(typeof(RosterEvent.DayArranged))]
[JsonSerializable(typeof(RosterEvent.LeaveTaken))]
[JsonSerializable(typeof(RosterEvent.LeaveEnded))]
[JsonSerializable(typeof(RosterEvent.SensitivePeriodDeclared))]
[JsonSerializable(typeof(RosterEvent.SensitivePeriodWithdrawn))]
[JsonSerializable(typeof(RosterEvent.SwapProposed))]
[JsonSerializable(typeof(RosterEvent.SwapAccepted))]
[JsonSerializable(typeof(RosterEvent.SwapDeclined))]
[JsonSerializable(typeof(RosterEvent.SwapLapsed))]
[JsonSerializable(typeof(CourtDayEvent.ReportSubmitted))]
[JsonSerializable(typeof(CourtDayEvent.ReportCorrected))]
[JsonSerializable(typeof(CourtDayEvent.AlertRaised))]
[JsonSerializable(typeof(CourtDayEvent.AlertAcknowledged))]
[JsonSerializable(typeof(ReportingUnitEvent.ContactNamed))]
[JsonSerializable(typeof(PublicationEvent.Frozen))]
[JsonSerializable(typeof(PublicationEvent.PutRight))]
public sealed partial class EventsJson : JsonSerializerContext;
