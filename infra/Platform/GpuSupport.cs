namespace Clawdbot.Infra.Platform;

/// <summary>What offers the GPUs of a node to pods. The driver and the container toolkit are part of the node's image in every case.</summary>
public enum GpuSupport
{
    /// <summary>NVIDIA's device plugin with GPU feature discovery.</summary>
    DevicePlugin,

    /// <summary>NVIDIA's GPU operator without driver and toolkit: the same plugin, managed, with MIG and validation.</summary>
    GpuOperator,

    /// <summary>The cluster or the node image (Bottlerocket, EKS Auto Mode) has it already.</summary>
    Existing,
}
