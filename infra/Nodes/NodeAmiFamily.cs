namespace Clawdbot.Infra.Nodes;

/// <summary>Operating system of the nodes.</summary>
public enum NodeAmiFamily
{
    /// <summary>Amazon Linux 2023: driver and container toolkit are in the image, the device plugin is not.</summary>
    AmazonLinux2023,

    /// <summary>Bottlerocket: read-only system on a volume of its own; the device plugin is in the image and must not be installed again.</summary>
    Bottlerocket,
}
