# The image of silos and gateways: one program, its part decided by Cluster:Mode.
# docker build -t petition-mesh .
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/Gateway/Gateway.csproj -c Release -p:GrainHost=Orleans -o /app --nologo

# chiseled-extra: no shell and no package manager, yet ICU and time zones, without which neither Chinese text nor city days are right.
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra
WORKDIR /app
COPY --from=build /app .
# The base's own unprivileged user. The root stays read-only: only /data and /tmp are written, both mounted.
USER 1654
ENV ASPNETCORE_HTTP_PORTS=8080 Data__Directory=/data
EXPOSE 8080 11111 30000
ENTRYPOINT ["dotnet", "PetitionMesh.Gateway.dll"]
