namespace PetitionMesh.Peers.EntityFramework;

// One closed family: the rows of the peer's schema.

internal sealed class Petitioner
{
    public Guid Id { get; set; }
    public required string IdType { get; set; }
    public required string IdNumber { get; set; }
    public string? Name { get; set; }
    public string? Phone { get; set; }
}

internal sealed class PetitionCase
{
    public Guid Id { get; set; }
    public Guid PetitionerId { get; set; }
    public required string CaseNumber { get; set; }
    public required string QueryCode { get; set; }
    public required string Court { get; set; }
    public required string Owner { get; set; }
    public required string Status { get; set; }
    public int Receptions { get; set; }
    public DateOnly OpenedOn { get; set; }
    public DateOnly LastOn { get; set; }
}

internal sealed class Reception
{
    public Guid Id { get; set; }
    public Guid CaseId { get; set; }
    public int Number { get; set; }
    public required string Court { get; set; }
    public required string Channel { get; set; }
    public required string ReceivedBy { get; set; }
    public required string RecordedBy { get; set; }
    public DateTime OccurredAt { get; set; }
    public DateTime RecordedAt { get; set; }
    public int Headcount { get; set; }
    public required string Level { get; set; }
    public required string Claim { get; set; }
    public required string Opinion { get; set; }
}

internal sealed class Summons
{
    public Guid Id { get; set; }
    public Guid CaseId { get; set; }
    public Guid ReceptionId { get; set; }
    public required string Leader { get; set; }
    public required string Status { get; set; }
    public DateTime SentAt { get; set; }
}

internal sealed class AuditRow
{
    public long Id { get; set; }
    public DateTime At { get; set; }
    public required string Actor { get; set; }
    public required string Court { get; set; }
    public required string Action { get; set; }
    public Guid Subject { get; set; }
}

internal sealed class CommandRow
{
    public required string Caller { get; set; }
    public required string Key { get; set; }
    public required byte[] BodyHash { get; set; }
    public Guid ReceptionId { get; set; }
    public DateTime At { get; set; }
}
