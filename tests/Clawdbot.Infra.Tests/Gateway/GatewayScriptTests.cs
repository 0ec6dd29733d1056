using System.Net;
using System.Net.Sockets;
using System.Text;
using Clawdbot.Infra.Gateway;
using Clawdbot.Infra.Tests.Testing;

namespace Clawdbot.Infra.Tests.Gateway;

/// <summary>The real repair script against a real server of this machine (C5, C9.11).</summary>
public sealed class GatewayScriptTests
{
    private static string Script { get; } = Path.Combine(Repository.Root, "infra", "Gateway", "healthcheck.sh");

    [Fact]
    public void The_assembly_carries_the_script_of_the_repository()
    {
        Assert.Equal(File.ReadAllText(Script), GatewayScript.Text);
        Assert.StartsWith("#!/bin/sh\n", GatewayScript.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("curl")]
    [InlineData("wget")]
    public async Task A_healthy_endpoint_is_0(string client)
    {
        using var server = new OneAnswer(200);
        Assert.Equal((0, ""), await Run(client, server.Url));
    }

    [Theory]
    [InlineData("curl", 503)]
    [InlineData("wget", 503)]
    [InlineData("curl", 204)]
    [InlineData("curl", 302)]
    public async Task Any_other_answer_is_1(string client, int status)
    {
        using var server = new OneAnswer(status);
        Assert.Equal((1, $"healthcheck: {server.Url} answers {status}"), await Run(client, server.Url));
    }

    [Theory]
    [InlineData("curl")]
    [InlineData("wget")]
    public async Task No_server_is_1(string client)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/livez";
        listener.Stop();
        Assert.Equal((1, $"healthcheck: {url} does not answer within 1 s"), await Run(client, url));
    }

    [Theory]
    [InlineData("curl")]
    [InlineData("wget")]
    public async Task A_server_that_hangs_is_1(string client)
    {
        using var server = new OneAnswer(status: null);
        Assert.Equal((1, $"healthcheck: {server.Url} does not answer within 1 s"), await Run(client, server.Url));
    }

    [Fact]
    public async Task Without_an_argument_the_variable_counts()
    {
        using var server = new OneAnswer(200);
        Assert.Equal((0, ""), await Shell.Run("sh", [Script], new Dictionary<string, string?> { ["HEALTHCHECK_URL"] = server.Url }));
    }

    [Theory]
    [InlineData("")]
    [InlineData("http://example.org/livez")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://127.0.0.1@example.org:80/x")]
    public async Task An_address_of_another_machine_is_2(string url) =>
        Assert.Equal((2, $"healthcheck: '{url}' is no address of this pod; allowed: http://127.0.0.1:<port>/<path>"), await Run("curl", url));

    [Fact]
    public async Task A_time_that_is_no_number_is_2() =>
        Assert.Equal(
            (2, "healthcheck: HEALTHCHECK_TIMEOUT is '1s'; allowed: whole seconds"),
            await Shell.Run("sh", [Script, "http://127.0.0.1:1/x"], new Dictionary<string, string?> { ["HEALTHCHECK_TIMEOUT"] = "1s" }));

    [Fact]
    public async Task An_image_without_a_client_is_2()
    {
        using var folder = new ClientFolder([]);
        Assert.Equal((2, "healthcheck: neither curl nor wget is in this image; install one of them"), await Run(folder, "http://127.0.0.1:1/x"));
    }

    private static async Task<(int, string)> Run(string client, string url)
    {
        using var folder = new ClientFolder([client]);
        return await Run(folder, url);
    }

    private static Task<(int, string)> Run(ClientFolder folder, string url) => Shell.Run("/bin/sh", [Script, url], new Dictionary<string, string?>
    {
        ["PATH"] = folder.Path,
        ["HEALTHCHECK_TIMEOUT"] = "1",
        ["http_proxy"] = "http://127.0.0.1:9",
    });

    /// <summary>A PATH with the small tools of every image and just these clients.</summary>
    private sealed class ClientFolder : IDisposable
    {
        internal ClientFolder(string[] clients)
        {
            Path = Directory.CreateTempSubdirectory("clawdbot-path-").FullName;
            foreach (var program in clients.Concat(["sed", "tail"]))
            {
                var target = new[] { "/usr/bin", "/bin" }.Select(folder => System.IO.Path.Combine(folder, program)).FirstOrDefault(File.Exists)
                    ?? throw new InvalidOperationException($"{program} is missing. Install it: apt-get install --yes {program}");
                File.CreateSymbolicLink(System.IO.Path.Combine(Path, program), target);
            }
        }

        internal string Path { get; }

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }

    /// <summary>Answers each request of a free port of this machine alike; with null it never does.</summary>
    private sealed class OneAnswer : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly List<TcpClient> _open = [];

        internal OneAnswer(int? status)
        {
            _listener.Start();
            Url = $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/livez";
            _ = Serve(status);
        }

        internal string Url { get; }

        public void Dispose()
        {
            _listener.Dispose();
            lock (_open)
                _open.ForEach(client => client.Dispose());
        }

        private async Task Serve(int? status)
        {
            try
            {
                while (true)
                {
                    var client = await _listener.AcceptTcpClientAsync();
                    lock (_open)
                        _open.Add(client);
                    if (status is null)
                        continue;
                    var stream = client.GetStream();
                    _ = await stream.ReadAtLeastAsync(new byte[4096], 1);
                    await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status} Text\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
                    client.Close();
                }
            }
            catch (Exception stopped) when (stopped is ObjectDisposedException or SocketException or IOException)
            {
                // The test is over.
            }
        }
    }
}
