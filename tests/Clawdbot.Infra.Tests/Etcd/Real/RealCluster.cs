using Clawdbot.Infra.Etcd;
using Clawdbot.Infra.Tests.Testing;

namespace Clawdbot.Infra.Tests.Etcd.Real;

/// <summary>Three real members with TLS on loopback, started from the arguments that the component renders.</summary>
public sealed class RealCluster : IAsyncDisposable
{
    private static readonly string[] Users = ["root", "gateway", "operator"];
    private readonly TestAuthority _clients = new("clients");
    private readonly TestAuthority _peers = new("peers");

    private RealCluster(EtcdClusterSpec spec)
    {
        Spec = spec;
        Folder = Directory.CreateTempSubdirectory("clawdbot-etcd-").FullName;
        var ports = FreePorts.Take(3 * spec.Members);
        Members = [.. Enumerable.Range(0, spec.Members).Select(index => new RealMember(EtcdNames.Member(index), Folder, ports[3 * index], ports[(3 * index) + 1], ports[(3 * index) + 2]))];
        _clients.WriteServer(Certificate(EtcdNames.ServerCertificate));
        _peers.WriteServer(Certificate(EtcdNames.PeerCertificate));
        _clients.WriteClient(Certificate(EtcdNames.RootCertificate), "CN=root");
        _clients.WriteClient(Certificate("gateway"), "O=gateway");
        _clients.WriteClient(Certificate("operator"), "O=operator");
        _clients.WriteClient(Certificate("access"), "O=access");
        _clients.WriteClient(Certificate("gateway-with-common-name"), "CN=gateway");
        foreach (var user in Users)
        {
            Directory.CreateDirectory(Path.Combine(Folder, "credentials", user));
            File.WriteAllText(Path.Combine(Folder, "credentials", user, "password"), Password(user));
        }
    }

    public EtcdClusterSpec Spec { get; }

    /// <summary>Holds everything that the cluster writes; removed at the end.</summary>
    public string Folder { get; }

    public IReadOnlyList<RealMember> Members { get; }

    public string Endpoints => string.Join(',', Members.Select(member => member.ClientUrl));

    public static async Task<RealCluster> Start(EtcdClusterSpec? spec = null)
    {
        var cluster = new RealCluster(spec ?? new EtcdClusterSpec());
        try
        {
            foreach (var member in cluster.Members)
                cluster.Start(member, "new");
            await cluster.WaitUntilHealthy();
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    public static string Password(string user) => $"{user}0123456789abcdefABCDEF";

    public string Certificate(string name) => Path.Combine(Folder, "tls", name);

    /// <summary>Starts a member with what the component renders, adapted to the release of Debian.</summary>
    public void Start(RealMember member, string state) => member.Start(DebianRelease.Arguments(EtcdArguments.For(Spec, member.Identity(Members, state))));

    /// <summary>etcdctl with the environment that members have: root's certificate.</summary>
    public Task<FinishedProgram> Control(params string[] arguments) =>
        FinishedProgram.Run(RequiredProgram.Find("etcdctl", "etcd-client"), arguments, ControlEnvironment(Endpoints));

    public Dictionary<string, string> ControlEnvironment(string endpoints) => new()
    {
        ["ETCDCTL_API"] = "3",
        ["ETCDCTL_ENDPOINTS"] = endpoints,
        ["ETCDCTL_CACERT"] = $"{Certificate(EtcdNames.RootCertificate)}/ca.crt",
        ["ETCDCTL_CERT"] = $"{Certificate(EtcdNames.RootCertificate)}/tls.crt",
        ["ETCDCTL_KEY"] = $"{Certificate(EtcdNames.RootCertificate)}/tls.key",
    };

    /// <summary>Runs the script of the Job, as it is rendered.</summary>
    public Task<FinishedProgram> MakeUsers()
    {
        _ = RequiredProgram.Find("curl", "curl");
        return FinishedProgram.Run("/bin/sh", ["-c", EtcdScripts.Access], new Dictionary<string, string>
        {
            ["ENDPOINT"] = Members[0].ClientUrl,
            ["CERTIFICATES"] = Certificate("access"),
            ["CREDENTIALS"] = Path.Combine(Folder, "credentials"),
        });
    }

    public JsonApi Api(string certificate) => new(Certificate(certificate), [.. Members.Select(member => member.ClientUrl)]);

    /// <summary>Waits for every running member to serve reads through the quorum.</summary>
    public async Task WaitUntilHealthy(int seconds = 30)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(2) };
        var deadline = Environment.TickCount64 + (seconds * 1000L);
        foreach (var member in Members.Where(member => member.IsRunning))
        {
            while (!await IsHealthy(http, member))
            {
                Assert.True(member.IsRunning, $"{member.Name} ended:\n{member.Log}");
                Assert.True(Environment.TickCount64 < deadline, $"{member.Name} is not healthy after {seconds} s:\n{member.Log}");
                await Task.Delay(100);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var member in Members)
            member.Dispose();
        _clients.Dispose();
        _peers.Dispose();
        await Task.Run(() => Directory.Delete(Folder, recursive: true));
    }

    private static async Task<bool> IsHealthy(HttpClient http, RealMember member)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri($"{member.MetricsUrl}{DebianRelease.ReadyPath}"));
            return answer.IsSuccessStatusCode;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

}
