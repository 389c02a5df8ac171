using PetitionMesh.Peers;
using PetitionMesh.Peers.Bare;
using PetitionMesh.Peers.Contract;
using PetitionMesh.Peers.EntityFramework;
#if ORLEANS
using PetitionMesh.Peers.GrainStorage;
#endif
using PetitionMesh.Peers.Sql;
using PetitionMesh.Peers.Tokens;

var builder = WebApplication.CreateSlimBuilder(args);
builder.Services.ConfigureHttpJsonOptions(o => o.SerializerOptions.TypeInfoResolverChain.Insert(0, ContractJson.Default));
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton(CityDirectory.Load());
builder.Services.AddTokenCheck();

var peer = builder.Configuration["Peer"];
switch (peer)
{
    case "bare": builder.Services.AddSingleton<IReceptionDesk, BareDesk>(); break;
    case "npgsql": builder.Services.AddNpgsqlDesk(builder.Configuration); break;
#if ORLEANS
    case "grain-storage": builder.AddGrainStorageDesk(); break;
#endif
    case "ef": builder.Services.AddEntityFrameworkDesk(builder.Configuration); break;
    default: throw new InvalidOperationException($"Peer={peer} is unknown: say --Peer=bare, npgsql, ef or, built with -p:GrainHost=Orleans, grain-storage.");
}

var app = builder.Build();
app.UseAuthentication();
app.UseAuthorization();
app.MapDevelopmentToken();
app.MapReceptionDesk();
app.MapGet("/health/ready", () => Results.Ok());
#if ORLEANS
if (peer == "grain-storage")
    app.MapCounted();
#endif
if (peer != "bare")
    await PeerSchema.CreateAsync(app.Configuration).ConfigureAwait(false);
await app.RunAsync().ConfigureAwait(false);
