using Clawdbot.Infra.Local;
using Clawdbot.Infra.Storage;
using Clawdbot.Stacks.Settings;
using Pulumi;
using Docker = Pulumi.Docker;

namespace Clawdbot.Stacks;

/// <summary>The system on one machine (B11): model server, gateway, assistant and Prometheus in containers.</summary>
internal static class DockerSystem
{
    internal static Endpoints Create(StackSettings settings, ClusterTarget.Docker machine, Secrets secrets)
    {
        var provider = new Docker.Provider("docker", new Docker.ProviderArgs { Host = machine.Host });
        ComponentResourceOptions Options(params Resource[] after) => new() { Providers = { provider }, DependsOn = after };

        var network = new LocalNetwork("network", new LocalNetworkArgs(), Options());
        var servers = settings.Pools.Select(pool => new LocalModelServer(pool.Name, new LocalModelServerArgs
        {
            Spec = pool,
            Models = (ModelVolume.HostPath)settings.ModelStorage,
            NetworkName = network.NetworkName,
            BindAddress = machine.BindAddress,
            Port = machine.Port,
            ApiKey = secrets.ModelServerApiKey,
        }, Options())).ToArray();
        var gateway = new LocalGateway("gateway", new LocalGatewayArgs
        {
            Spec = settings.Gateway,
            NetworkName = network.NetworkName,
            CertificateDirectory = machine.Certificates,
            ModelServerKey = secrets.ModelServerApiKey,
            BindAddress = machine.BindAddress,
        }, Options(servers));
        var assistant = new LocalAssistant("assistant", new LocalAssistantArgs
        {
            Spec = settings.Assistant,
            NetworkName = network.NetworkName,
            ModelToken = gateway.AssistantToken,
            AuthorityFile = $"{machine.Certificates}/{LocalGatewayDefaults.AuthorityFile}",
            TelegramBotToken = settings.Assistant.Telegram is null ? null : (Input<string>)secrets.TelegramBotToken,
            BindAddress = machine.BindAddress,
        }, Options(gateway));
        _ = new LocalPrometheus("prometheus", new LocalPrometheusArgs
        {
            NetworkName = network.NetworkName,
            Targets =
            [
                .. settings.Pools.Select(LocalScrapeTarget.Of),
                .. LocalScrapeTarget.Gateway,
                .. settings.Assistant.Metrics ? [LocalScrapeTarget.Assistant] : Array.Empty<LocalScrapeTarget>(),
            ],
            Rules = AlertingPlanner.Plan(settings).RuleFileText,
            AssistantToken = assistant.AccessToken,
            BindAddress = machine.BindAddress,
        }, Options());
        return new Endpoints(Endpoints.Collect(settings.Pools.Zip(servers, (pool, server) => (pool.Name, server.Endpoint))), gateway.Endpoint, assistant.Endpoint);
    }
}
