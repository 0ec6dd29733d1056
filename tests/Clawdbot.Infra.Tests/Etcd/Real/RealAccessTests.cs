using System.Net;

namespace Clawdbot.Infra.Tests.Etcd.Real;

/// <summary>Certificates, users and roles on three real members (C9.9: etcd with TLS; nobody but its users reads or writes).</summary>
[Collection(RealEtcdCollection.Name)]
public sealed class RealAccessTests(RunningCluster running) : IClassFixture<RunningCluster>
{
    private RealCluster Cluster => running.Cluster;

    [Fact]
    public async Task The_rendered_arguments_make_three_healthy_members_that_speak_tls()
    {
        var health = (await Cluster.Control("endpoint", "health")).Succeeded();
        var list = (await Cluster.Control("member", "list")).Succeeded();
        Assert.Equal(3, list.Split('\n', StringSplitOptions.RemoveEmptyEntries).Count(line => line.Contains(", started, ", StringComparison.Ordinal)));
        Assert.DoesNotContain("unhealthy", health, StringComparison.Ordinal);
    }

    [Fact]
    public void The_script_makes_users_and_can_be_run_again()
    {
        Assert.Equal("Access control is on; users: root gateway operator.\n", running.FirstRun.Succeeded());
        Assert.Equal("Access control is on; users: root gateway operator.\n", running.SecondRun.Succeeded());
    }

    [Fact]
    public void The_script_shows_no_password()
    {
        foreach (var run in new[] { running.FirstRun, running.SecondRun })
            Assert.DoesNotContain("0123456789abcdef", run.Output + run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_gateway_reads_everything_and_writes_drains_only()
    {
        using var operators = await LoggedIn("operator", "operator");
        using var gateway = await LoggedIn("gateway", "gateway");
        Assert.Equal(HttpStatusCode.OK, (await operators.Put("/clawdbot/mode", "maintenance")).Status);
        Assert.Equal("maintenance", (await gateway.All("/clawdbot/"))["/clawdbot/mode"]);
        Assert.Equal(HttpStatusCode.OK, (await gateway.Put("/clawdbot/drain/qwen-0", "repair")).Status);

        foreach (var key in new[] { "/clawdbot/mode", "/clawdbot/pools/qwen", "/clawdbot/overrides/qwen/weight", "/clawdbot/draining", "/other" })
        {
            var (status, answer) = await gateway.Put(key, "x");
            Assert.Equal(HttpStatusCode.Forbidden, status);
            Assert.Contains("permission denied", answer.ToJsonString(), StringComparison.Ordinal);
        }
        Assert.Equal(HttpStatusCode.Forbidden, (await gateway.Get("/other")).Status);
    }

    [Fact]
    public async Task The_operator_writes_our_keys_and_no_others()
    {
        using var operators = await LoggedIn("operator", "operator");
        Assert.Equal(HttpStatusCode.OK, (await operators.Put("/clawdbot/overrides/qwen/weight", "0.5")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await operators.Put("/other", "x")).Status);
    }

    [Fact]
    public async Task Without_a_token_nothing_is_read()
    {
        using var api = Cluster.Api("gateway");
        var (status, answer) = await api.Get("/clawdbot/mode");
        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Contains("permission denied", answer.ToJsonString(), StringComparison.Ordinal);
    }

    /// <summary>How a client notices that its token has expired and logs in again.</summary>
    [Fact]
    public async Task An_unknown_token_is_told_apart_from_a_missing_permission()
    {
        using var api = await LoggedIn("gateway", "gateway");
        api.Token = "expired.1";
        Assert.Equal(HttpStatusCode.Unauthorized, (await api.Get("/clawdbot/mode")).Status);
    }

    [Fact]
    public async Task Without_a_certificate_the_connection_is_refused()
    {
        using var api = new JsonApi(Cluster.Certificate("gateway"), [Cluster.Members[0].ClientUrl], present: false);
        await Assert.ThrowsAsync<HttpRequestException>(() => api.Get("/clawdbot/mode"));
    }

    /// <summary>Whoever holds a client's certificate still cannot speak as a member: the peers have their own authority.</summary>
    [Fact]
    public async Task A_clients_certificate_does_not_open_the_peer_port()
    {
        var folder = Path.Combine(Cluster.Folder, "mixed");
        Directory.CreateDirectory(folder);
        foreach (var file in new[] { "tls.crt", "tls.key" })
            File.Copy(Path.Combine(Cluster.Certificate("gateway"), file), Path.Combine(folder, file));
        File.Copy(Path.Combine(Cluster.Certificate("etcd-peer"), "ca.crt"), Path.Combine(folder, "ca.crt"));
        using var api = new JsonApi(folder, [Cluster.Members[0].PeerUrl]);
        await Assert.ThrowsAsync<HttpRequestException>(() => api.Get("/clawdbot/mode"));
    }

    /// <summary>Why client certificates have no common name: etcd refuses them on the JSON API once access control is on.</summary>
    [Fact]
    public async Task A_certificate_with_a_common_name_is_refused_by_the_json_api()
    {
        using var api = Cluster.Api("gateway-with-common-name");
        var (status, answer) = await api.Post("auth/authenticate", new() { ["name"] = "gateway", ["password"] = RealCluster.Password("gateway") });
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("CommonName of client sending a request against gateway will be ignored", answer.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_of_root_is_told_at_once()
    {
        var file = Path.Combine(Cluster.Folder, "credentials", "root", "password");
        await File.WriteAllTextAsync(file, "wrong");
        var run = await Cluster.MakeUsers();
        await File.WriteAllTextAsync(file, RealCluster.Password("root"));
        Assert.Equal(1, run.ExitCode);
        Assert.Equal("The password of root is not the one in its Secret.\n", run.Errors);
    }

    [Fact]
    public async Task A_new_password_replaces_the_old_one()
    {
        var file = Path.Combine(Cluster.Folder, "credentials", "operator", "password");
        await File.WriteAllTextAsync(file, "changed0123456789abcdef");
        (await Cluster.MakeUsers()).Succeeded();
        using (var api = Cluster.Api("operator"))
            Assert.NotEqual(HttpStatusCode.OK, (await api.Post("auth/authenticate", new() { ["name"] = "operator", ["password"] = RealCluster.Password("operator") })).Status);
        await File.WriteAllTextAsync(file, RealCluster.Password("operator"));
        (await Cluster.MakeUsers()).Succeeded();
        using var again = await LoggedIn("operator", "operator");
        Assert.Equal(HttpStatusCode.OK, (await again.Put("/clawdbot/mode", "maintenance")).Status);
    }

    private async Task<JsonApi> LoggedIn(string certificate, string user)
    {
        var api = Cluster.Api(certificate);
        await api.Login(user);
        return api;
    }
}
