using Microsoft.EntityFrameworkCore;

namespace PetitionMesh.Peers.EntityFramework;

/// <summary>The same tables as peer (a), mapped.</summary>
internal sealed class CourtContext(DbContextOptions<CourtContext> options) : DbContext(options)
{
    public DbSet<Petitioner> Petitioners => Set<Petitioner>();

    public DbSet<PetitionCase> Cases => Set<PetitionCase>();

    public DbSet<Reception> Receptions => Set<Reception>();

    public DbSet<Summons> Summonses => Set<Summons>();

    public DbSet<AuditRow> Audit => Set<AuditRow>();

    public DbSet<CommandRow> Commands => Set<CommandRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Petitioner>().ToTable("petitioner");
        modelBuilder.Entity<PetitionCase>().ToTable("petition_case");
        modelBuilder.Entity<Reception>().ToTable("reception");
        modelBuilder.Entity<Summons>().ToTable("summons");
        modelBuilder.Entity<AuditRow>().ToTable("audit");
        modelBuilder.Entity<CommandRow>().ToTable("command").HasKey(c => new { c.Caller, c.Key });
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(e => e.GetProperties()))
            property.SetColumnName(SnakeCase(property.Name));
    }

    private static string SnakeCase(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "_" : "") + char.ToLowerInvariant(c) : c.ToString()));
}
