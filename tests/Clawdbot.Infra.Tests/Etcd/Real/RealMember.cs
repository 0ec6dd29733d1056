using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using Clawdbot.Infra.Etcd;

namespace Clawdbot.Infra.Tests.Etcd.Real;

/// <summary>One etcd process on loopback.</summary>
public sealed class RealMember(string name, string folder, int clientPort, int peerPort, int metricsPort) : IDisposable
{
    private readonly StringBuilder _log = new();
    private Process? _process;

    public string Name => name;

    public string ClientUrl { get; } = $"https://127.0.0.1:{clientPort}";

    public string PeerUrl { get; } = $"https://127.0.0.1:{peerPort}";

    public string MetricsUrl { get; } = $"http://127.0.0.1:{metricsPort}";

    public string DataFolder { get; } = Path.Combine(folder, name, "data");

    public string Log
    {
        get
        {
            lock (_log)
                return _log.ToString();
        }
    }

    public bool IsRunning => _process is { HasExited: false };

    public EtcdMemberIdentity Identity(IEnumerable<RealMember> founders, string state) => new()
    {
        Name = name,
        DataFolder = DataFolder,
        CertificateFolder = Path.Combine(folder, "tls"),
        ListenClient = ClientUrl,
        ListenPeer = PeerUrl,
        ListenMetrics = MetricsUrl,
        AdvertiseClient = ClientUrl,
        AdvertisePeer = PeerUrl,
        Founders = [.. founders.Select(founder => KeyValuePair.Create(founder.Name, founder.PeerUrl))],
        State = state,
    };

    public void Start(IEnumerable<string> arguments)
    {
        Assert.False(IsRunning, $"{name} is running already");
        Directory.CreateDirectory(Path.GetDirectoryName(DataFolder)!);
        var start = new ProcessStartInfo(RequiredProgram.Find("etcd", "etcd-server")) { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.Start();
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
    }

    /// <summary>SIGKILL, to this process and no other.</summary>
    public void Kill()
    {
        if (_process is null)
            return;
        if (!_process.HasExited)
            _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _process = null;
    }

    /// <summary>SIGTERM, as the kubelet does.</summary>
    public void Terminate()
    {
        _ = SendSignal(_process!.Id, 15);
        Assert.True(_process.WaitForExit(TimeSpan.FromSeconds(20)), $"{name} did not end on SIGTERM");
        _process.Dispose();
        _process = null;
    }

    public void Dispose() => Kill();

    private void Keep(string? line)
    {
        lock (_log)
            _log.AppendLine(line);
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int SendSignal(int process, int signal);
}
