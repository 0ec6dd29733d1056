using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Infra.Nodes;

/// <summary>The gp3 volume of a node that holds images and containers; always encrypted.</summary>
/// <param name="SizeGiB">Size in GiB, 50 to 16384.</param>
/// <param name="ThroughputMiBps">Throughput in MiB/s, 125 to 2000, at most a quarter of the IOPS.</param>
/// <param name="Iops">Operations per second, 3000 to 80000, at most 500 for each GiB.</param>
public sealed record NodeVolume(int SizeGiB, int ThroughputMiBps, int Iops)
{
    /// <summary>Fifty hold the system and some images; EBS itself goes further than the upper end, which catches MiB given as GiB.</summary>
    public static IntegerRange SizeRange { get; } = new(50, 16384);

    /// <summary>What gp3 offers since September 2025. https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html</summary>
    public static IntegerRange ThroughputRange { get; } = new(125, 2000);

    /// <summary>What gp3 offers since September 2025; the same page.</summary>
    public static IntegerRange IopsRange { get; } = new(3000, 80000);

    /// <summary>Operations that each MiB/s needs; the same page.</summary>
    public const int IopsPerMiBps = 4;

    /// <summary>Operations that each GiB allows; the same page.</summary>
    public const int IopsPerGiB = 500;

    /// <summary>All mistakes in the volume.</summary>
    /// <param name="subject">How the messages call the checked thing.</param>
    /// <param name="remedy">Sentence that says where to change it.</param>
    public IReadOnlyList<Diagnostic> Check(string subject, string remedy)
    {
        var findings = new Findings(subject, remedy);
        findings.InRange("sizeGiB", SizeGiB, SizeRange);
        findings.InRange("throughputMiBps", ThroughputMiBps, ThroughputRange);
        findings.InRange("iops", Iops, IopsRange);
        if (findings.Diagnostics.Count > 0)
            return findings.Diagnostics;
        if (ThroughputMiBps * IopsPerMiBps > Iops)
            findings.Add(NodesDiagnosticIds.InvalidVolume, "throughputMiBps", $"{ThroughputMiBps}", $"at most {Iops / IopsPerMiBps} with {Iops} IOPS: EBS wants {IopsPerMiBps} IOPS for each MiB/s");
        if (Iops > (long)SizeGiB * IopsPerGiB)
            findings.Add(NodesDiagnosticIds.InvalidVolume, "iops", $"{Iops}", $"at most {SizeGiB * IopsPerGiB} with {SizeGiB} GiB: EBS allows {IopsPerGiB} IOPS for each GiB");
        return findings.Diagnostics;
    }
}
