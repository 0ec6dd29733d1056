using Clawdbot.Infra.Nodes;

namespace Clawdbot.Stacks.Settings;

/// <summary>Where the stack runs: one of the nested records, nothing else.</summary>
public abstract record ClusterTarget
{
    private ClusterTarget()
    {
    }

    /// <summary>A Kubernetes cluster that already exists.</summary>
    /// <param name="Context">Context of the kubeconfig; named, so that a shell's current context never decides where things go.</param>
    /// <param name="KubeconfigIsSecret">
    /// Whether the kubeconfig is the secret <c>clawdbot:kubeconfig</c>; otherwise it is the file that kubectl would read.
    /// </param>
    public sealed record Existing(string Context, bool KubeconfigIsSecret) : ClusterTarget;

    /// <summary>A cluster on AWS that the stack makes.</summary>
    /// <param name="Cluster">The cluster.</param>
    /// <param name="StorageNodes">Nodes for Ceph; null when models lie elsewhere.</param>
    public sealed record Eks(EksClusterSpec Cluster, StorageNodePoolSpec? StorageNodes) : ClusterTarget;

    /// <summary>Docker on one machine.</summary>
    /// <param name="Host">Address of the Docker daemon, <c>unix://</c>, <c>ssh://</c> or <c>tcp://</c>.</param>
    /// <param name="BindAddress">Address of the machine that the API is published on.</param>
    /// <param name="Port">Port of the machine, 1024 to 65535.</param>
    /// <param name="Certificates">Directory of the machine with <c>tls.crt</c>, <c>tls.key</c> and <c>ca.crt</c> of the gateway.</param>
    public sealed record Docker(string Host, string BindAddress, int Port, string Certificates) : ClusterTarget;
}
