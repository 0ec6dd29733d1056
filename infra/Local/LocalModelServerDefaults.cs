using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Infra.Local;

/// <summary>Choices of <see cref="LocalModelServer"/>.</summary>
public static class LocalModelServerDefaults
{
    /// <summary>Loopback: a personal machine should not serve its network by accident, and Docker's published ports bypass most firewalls.</summary>
    public const string BindAddress = "127.0.0.1";

    /// <summary>Name of the network that the parts of a local system share.</summary>
    public const string NetworkName = "clawdbot";

    /// <summary>Ports that need no privilege.</summary>
    public static IntegerRange Port { get; } = new(1024, 65535);

    /// <summary>Interval of the health check; three failures make the container unhealthy within 15 s.</summary>
    public const string HealthInterval = "5s";

    /// <summary>Health checks that must fail.</summary>
    public const int HealthRetries = 3;

    /// <summary>Time that a health check may take.</summary>
    public const string HealthTimeout = "5s";

    /// <summary>Comes back after a crash and after a reboot, stays away when somebody stopped it.</summary>
    public const string RestartPolicy = "unless-stopped";

    /// <summary>
    /// Memory file systems need the sticky, world-writable mode, because the server is not root, and <c>exec</c>, which Docker leaves
    /// out by default: compiled kernels are loaded from there.
    /// </summary>
    public const string ScratchMode = "exec,mode=1777";

    /// <summary>Size of the cache file system; with CUDA graphs off there is little to cache.</summary>
    public const string CacheSize = "1g";

    /// <summary>Size of <c>/tmp</c>.</summary>
    public const string TemporarySize = "512m";

    /// <summary>Size of a log file and number of files kept; Docker keeps everything otherwise.</summary>
    public const string LogSize = "50m";

    /// <summary>Log files kept.</summary>
    public const string LogFiles = "3";
}
