using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using System.Text;
using Clawdbot.Infra.Tests.Testing;

namespace Clawdbot.Infra.Tests.Assistant;

/// <summary>The scripts of the assistant's pod, run with the real sh and node.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class AssistantScriptsTests : IDisposable
{
    private const string Html = "<!doctype html><title>Control</title>";

    private readonly string _folder = Directory.CreateTempSubdirectory("clawdbot-assistant-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("/healthz", "live", 200, """{"ok":true,"status":"live"}""", "")]
    [InlineData("/startupz", "started", 200, """{"ok":true,"status":"started","version":"2026.9.6","uptimeMs":4834}""", "")]
    [InlineData("/startupz", "started", 503, """{"ok":false,"status":"starting","pendingReason":"startup-sidecars"}""", "/startupz: status 503")]
    [InlineData("/startupz", "started", 503, """{"ok":false,"status":"draining"}""", "/startupz: status 503")]
    [InlineData("/startupz", "started", 200, Html, "/startupz: the body is not JSON")]
    [InlineData("/startupz", "started", 200, "null", "/startupz: the body does not say \"started\"")]
    [InlineData("/startupz", "started", 200, """{"ok":true,"status":"live"}""", "/startupz: the body does not say \"started\"")]
    [InlineData("/healthz", "live", 200, """{"ok":false,"status":"live"}""", "/healthz: the body does not say \"live\"")]
    [InlineData("/healthz", "live", 404, "Not Found", "/healthz: status 404")]
    public async Task The_probe_believes_the_body_not_the_status(string path, string expected, int status, string body, string error)
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var answered = Answer(server, $"HTTP/1.1 {status} X\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}");
        var (exit, _, errors) = await Execute("node", [Script("probe.mjs"), path, expected, Port(server)]);
        Assert.Equal((error.Length == 0 ? 0 : 1, error), (exit, errors.TrimEnd()));
        Assert.StartsWith($"GET {path} HTTP/1.1", await answered, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_probe_fails_where_nothing_listens()
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var port = Port(server);
        server.Stop();
        var (exit, _, errors) = await Execute("node", [Script("probe.mjs"), "/healthz", "live", port]);
        Assert.Equal((1, "/healthz: ECONNREFUSED"), (exit, errors.TrimEnd()));
    }

    [Fact]
    public async Task The_probe_gives_up_on_a_server_that_accepts_and_is_silent()
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var (exit, _, errors) = await Execute("node", [Script("probe.mjs"), "/healthz", "live", Port(server)]);
        Assert.Equal((1, "/healthz: no answer within 4000 ms"), (exit, errors.TrimEnd()));
    }

    [Fact]
    public async Task The_first_start_finds_a_regular_private_file_and_a_sticky_tmp()
    {
        Assert.Equal((0, "configuration written\n"), await Seed("{\"a\":1}"));
        var target = new FileInfo(Target);
        Assert.Null(target.LinkTarget);
        Assert.Equal("{\"a\":1}", File.ReadAllText(Target));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, target.UnixFileMode);
        Assert.Equal(Convert.ToInt32("1777", 8), (int)File.GetUnixFileMode(Path.Combine(_folder, "scratch", "tmp")));
        Assert.Equal(Convert.ToInt32("700", 8), (int)File.GetUnixFileMode(Path.Combine(_folder, "state", "keys")));
        Assert.True(Directory.Exists(Path.Combine(_folder, "scratch", "config", "openclaw")));
    }

    [Fact]
    public async Task A_second_start_changes_nothing()
    {
        await Seed("{\"a\":1}");
        var written = File.GetLastWriteTimeUtc(Target);
        Assert.Equal((0, "configuration unchanged\n"), await Seed("{\"a\":1}"));
        Assert.Equal(written, File.GetLastWriteTimeUtc(Target));
        Assert.Equal(["openclaw.json"], StateFiles());
    }

    [Fact]
    public async Task What_was_deployed_wins_and_what_was_there_is_kept()
    {
        await Seed("{\"a\":1}");
        File.WriteAllText(Target, "{\"changed\":\"by hand\"}");
        var (exit, output) = await Seed("{\"a\":1}");
        var backup = Assert.Single(StateFiles(), file => file != "openclaw.json");
        Assert.Equal((0, $"previous configuration kept as {backup}\nconfiguration written\n"), (exit, output));
        Assert.Equal("{\"a\":1}", File.ReadAllText(Target));
        Assert.Equal("{\"changed\":\"by hand\"}", File.ReadAllText(Path.Combine(_folder, "state", "openclaw", backup)));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(_folder, "state", "openclaw", backup)));
    }

    [Fact]
    public async Task Five_backups_are_kept()
    {
        for (var version = 0; version < 9; version++)
            Assert.Equal(0, (await Seed($"{{\"version\":{version}}}")).Exit);
        Assert.Equal(6, StateFiles().Length);
        Assert.Equal("{\"version\":8}", File.ReadAllText(Target));
    }

    [Fact]
    public async Task A_link_in_the_place_of_the_file_is_replaced_by_a_file()
    {
        await Seed("{\"a\":1}");
        var elsewhere = Path.Combine(_folder, "elsewhere.json");
        File.Move(Target, elsewhere);
        File.CreateSymbolicLink(Target, elsewhere);
        Assert.Equal(0, (await Seed("{\"a\":1}")).Exit);
        Assert.Null(new FileInfo(Target).LinkTarget);
    }

    [Fact]
    public async Task A_half_written_file_of_a_crash_does_no_harm()
    {
        await Seed("{\"a\":1}");
        File.WriteAllText($"{Target}.new", "{\"a");
        Assert.Equal(0, (await Seed("{\"a\":2}")).Exit);
        Assert.Equal("{\"a\":2}", File.ReadAllText(Target));
        Assert.DoesNotContain("openclaw.json.new", StateFiles());
    }

    [Fact]
    public async Task A_missing_source_stops_the_start_and_leaves_the_old_file()
    {
        await Seed("{\"a\":1}");
        File.Delete(Path.Combine(_folder, "source.json"));
        var (exit, _, _) = await Execute("sh", SeedArguments());
        Assert.NotEqual(0, exit);
        Assert.Equal("{\"a\":1}", File.ReadAllText(Target));
    }

    /// <summary>A5. ssh is replaced by a program that does what the shell of the Mac would do.</summary>
    [Fact]
    public async Task Arguments_reach_the_mac_as_they_are()
    {
        var ssh = Program("ssh", "#!/bin/sh\nfor last; do :; done\nimsg() { for argument; do printf '<%s>' \"$argument\"; done; }\neval \"$last\"\n");
        var (exit, output, errors) = await Execute("sh", [Script("imsg.sh"), "send", "it's $HOME; `id` \"x\" *", "", "two\nlines\n"], Mac(ssh));
        Assert.Equal((0, "<send><it's $HOME; `id` \"x\" *><><two\nlines\n>", ""), (exit, output, errors));
    }

    [Fact]
    public async Task Ssh_asks_nothing_and_trusts_only_the_known_host()
    {
        var ssh = Program("ssh", "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
        var (_, output, _) = await Execute("sh", [Script("imsg.sh"), "rpc"], Mac(ssh));
        Assert.Equal(
            ["-T", "-o", "BatchMode=yes", "-o", "ConnectTimeout=10", "-o", "ServerAliveInterval=15", "-o", "StrictHostKeyChecking=yes", "-o", "UserKnownHostsFile=/hosts", "-o", "IdentitiesOnly=yes", "-i", "/key", "clawd@192.0.2.17", "imsg 'rpc'"],
            output.TrimEnd('\n').Split('\n'));
    }

    /// <summary>A5: without Full Disk Access imsg ends with an error, and the pod is not ready.</summary>
    [Theory]
    [InlineData("exit 0", 0, "")]
    [InlineData("exit 1", 1, "the Mac does not list chats: check ssh, and Full Disk Access for the program that imsg runs under")]
    public async Task Readiness_with_imessage_needs_the_program_and_the_mac(string mac, int exit, string error)
    {
        // The probe itself has tests of its own; here it succeeds.
        Program("node", "#!/bin/sh\nexit 0\n");
        var ssh = Program("ssh", $"#!/bin/sh\n{mac}\n");
        var variables = Mac(ssh);
        variables["PATH"] = $"{_folder}:{Environment.GetEnvironmentVariable("PATH")}";
        var (actual, _, errors) = await Execute("sh", [Script("ready.sh")], variables);
        Assert.Equal((exit, error), (actual, errors.TrimEnd()));
    }

    [Theory]
    [InlineData("imsg.sh")]
    [InlineData("openclaw.json")]
    [InlineData("probe.mjs")]
    [InlineData("ready.sh")]
    [InlineData("seed.sh")]
    public async Task The_pod_gets_the_files_that_are_tested_here(string name)
    {
        var file = await Assistants.File(Assistants.Full, name);
        if (name != "openclaw.json")
            Assert.Equal(File.ReadAllText(Script(name)), file);
        Assert.DoesNotContain('\r', file);
    }

    private string Target => Path.Combine(_folder, "state", "openclaw", "openclaw.json");

    private static string Script(string name) => Path.Combine(Repository.Root, "infra", "Assistant", "Scripts", name);

    private static string Port(TcpListener server) => ((IPEndPoint)server.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static Dictionary<string, string> Mac(string ssh) => new()
    {
        ["SSH"] = ssh,
        ["MAC_HOST"] = "192.0.2.17",
        ["MAC_USER"] = "clawd",
        ["MAC_KEY"] = "/key",
        ["MAC_KNOWN_HOSTS"] = "/hosts",
    };

    private string[] StateFiles() => [.. Directory.GetFiles(Path.Combine(_folder, "state", "openclaw")).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    private string[] SeedArguments() => [Script("seed.sh"), Path.Combine(_folder, "source.json"), Path.Combine(_folder, "state"), Path.Combine(_folder, "scratch")];

    private async Task<(int Exit, string Output)> Seed(string configuration)
    {
        File.WriteAllText(Path.Combine(_folder, "source.json"), configuration);
        var (exit, output, errors) = await Execute("sh", SeedArguments());
        Assert.Equal("", errors);
        return (exit, output);
    }

    private string Program(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }

    private static async Task<string> Answer(TcpListener server, string response)
    {
        using var client = await server.AcceptTcpClientAsync();
        var stream = client.GetStream();
        var buffer = new byte[4096];
        var count = await stream.ReadAsync(buffer);
        await stream.WriteAsync(Encoding.UTF8.GetBytes(response));
        return Encoding.UTF8.GetString(buffer, 0, count);
    }

    private static async Task<(int Exit, string Output, string Errors)> Execute(string program, string[] arguments, Dictionary<string, string>? variables = null)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in variables ?? [])
            start.Environment[name] = value;
        Process? process;
        try
        {
            process = Process.Start(start);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Fail($"{program} is missing; install it with: apt-get install {(program == "node" ? "nodejs" : "dash")}");
            throw;
        }
        using (process)
        {
            var output = process!.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
            return (process.ExitCode, await output, await errors);
        }
    }
}
