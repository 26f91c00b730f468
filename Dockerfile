# docker build -t statusbot .

# The exact SDK: the lock files name the compiler that comes with it, and another SDK brings another one.
ARG SDK=10.0.401

FROM mcr.microsoft.com/dotnet/sdk:${SDK} AS restore
# What links a native program.
RUN apt-get update \
    && apt-get install --yes --no-install-recommends clang zlib1g-dev \
    && rm -rf /var/lib/apt/lists/*
# A locked restore and a reproducible build.
ENV CI=true
WORKDIR /source
COPY global.json Directory.Build.props Directory.Packages.props ./
COPY src/StatusBot/StatusBot.csproj src/StatusBot/packages.lock.json src/StatusBot/
COPY src/StatusBot.Catalog/StatusBot.Catalog.csproj src/StatusBot.Catalog/packages.lock.json src/StatusBot.Catalog/
COPY src/StatusBot.Discord/StatusBot.Discord.csproj src/StatusBot.Discord/packages.lock.json src/StatusBot.Discord/
RUN dotnet restore src/StatusBot --locked-mode

FROM restore AS build
COPY BannedSymbols.txt .editorconfig appsettings.json ./
COPY src src
# For the machine that it is built on; -r would ask the libraries for lock files of that machine's own.
RUN dotnet publish src/StatusBot --configuration Release --no-restore --output /app

# No shell and no package manager. The program belongs to root and runs as a user that cannot change it.
FROM mcr.microsoft.com/dotnet/runtime-deps:10.0-noble-chiseled
ARG VERSION=0.1.0
ARG REVISION=unknown
LABEL org.opencontainers.image.title="StatusBot" \
      org.opencontainers.image.description="Explains HTTP status codes in Discord, in English and Korean" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.base.name="mcr.microsoft.com/dotnet/runtime-deps:10.0-noble-chiseled"
COPY --from=build /app /app
WORKDIR /app
USER $APP_UID
EXPOSE 5080
# Live, not ready: while Discord is away, a new container would be no better.
HEALTHCHECK --interval=30s --timeout=5s --start-period=5s --retries=3 CMD ["/app/StatusBot", "health"]
ENTRYPOINT ["/app/StatusBot"]
