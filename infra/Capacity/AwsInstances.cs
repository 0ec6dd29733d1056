using System.Collections.Immutable;

namespace Clawdbot.Infra.Capacity;

/// <summary>EC2 instance types with the GPUs of <see cref="GpuCatalog"/>.</summary>
public static class AwsInstances
{
    /// <summary>Where sizes come from: read, verified.</summary>
    public const string SizeSource = "aws/karpenter-provider-aws website/content/en/docs/reference/instance-types.md at 1d92708 (2026-08-21)";

    /// <summary>Where prices come from: public copies of the AWS price list that agree with each other; verified. Prices change, so settings can replace them.</summary>
    public const string PriceSource = "AWS price list, Linux on demand, us-east-1, as recorded in public repositories on 2026-07-27 and 2026-08-17";

    /// <summary>The day of the prices, as year, month and day.</summary>
    public const string PriceDate = "2026-08-17";

    /// <summary>All types, cheapest SKU family first.</summary>
    public static ImmutableArray<AwsInstanceType> All { get; } =
    [
        new("g4dn.xlarge", "t4", 1, 4, 16, 125, 5, 0.526),
        new("g4dn.2xlarge", "t4", 1, 8, 32, 225, 10, 0.752),
        new("g4dn.4xlarge", "t4", 1, 16, 64, 225, 20, 1.204),
        new("g4dn.8xlarge", "t4", 1, 32, 128, 900, 50, 2.176),
        new("g4dn.16xlarge", "t4", 1, 64, 256, 900, 50, 4.352),
        new("g4dn.12xlarge", "t4", 4, 48, 192, 900, 50, 3.912),
        new("g4dn.metal", "t4", 8, 96, 384, 1800, 100, 7.824),
        new("g6.xlarge", "l4", 1, 4, 16, 250, 2.5, 0.8048),
        new("g6.2xlarge", "l4", 1, 8, 32, 450, 5, 0.9776),
        new("g6.4xlarge", "l4", 1, 16, 64, 600, 10, 1.3232),
        new("g6.8xlarge", "l4", 1, 32, 128, 900, 25, 2.0144),
        new("g6.16xlarge", "l4", 1, 64, 256, 1880, 25, 3.3968),
        new("g6.12xlarge", "l4", 4, 48, 192, 3760, 40, 4.6016),
        new("g6.24xlarge", "l4", 4, 96, 384, 3760, 50, 6.6752),
        new("g6.48xlarge", "l4", 8, 192, 768, 7520, 100, 13.3504),
        new("g5.xlarge", "a10g", 1, 4, 16, 250, 2.5, 1.006),
        new("g5.2xlarge", "a10g", 1, 8, 32, 450, 5, 1.212),
        new("g5.4xlarge", "a10g", 1, 16, 64, 600, 10, 1.624),
        new("g5.8xlarge", "a10g", 1, 32, 128, 900, 25, 2.448),
        new("g5.16xlarge", "a10g", 1, 64, 256, 1900, 25, 4.096),
        new("g5.12xlarge", "a10g", 4, 48, 192, 3800, 40, 5.672),
        new("g5.24xlarge", "a10g", 4, 96, 384, 3800, 50, 8.144),
        new("g5.48xlarge", "a10g", 8, 192, 768, 7600, 100, 16.288),
        new("g6e.xlarge", "l40s", 1, 4, 32, 250, 2.5, 1.861),
        new("g6e.2xlarge", "l40s", 1, 8, 64, 450, 5, 2.24208),
        new("g6e.4xlarge", "l40s", 1, 16, 128, 600, 20, 3.00424),
        new("g6e.8xlarge", "l40s", 1, 32, 256, 900, 25, 4.52856),
        new("g6e.16xlarge", "l40s", 1, 64, 512, 1900, 35, 7.57719),
        new("g6e.12xlarge", "l40s", 4, 48, 384, 3800, 100, 10.49264),
        new("g6e.24xlarge", "l40s", 4, 96, 768, 3800, 200, 15.06559),
        new("g6e.48xlarge", "l40s", 8, 192, 1536, 7600, 400, 30.13118),
        new("g7e.4xlarge", "rtxpro6000", 1, 16, 128, 1900, 50, 4.00),
        new("p4d.24xlarge", "a100-40", 8, 96, 1152, 8000, 400, 21.957642),
        new("p4de.24xlarge", "a100-80", 8, 96, 1152, 8000, 400, 27.44705),
        new("p5.4xlarge", "h100", 1, 16, 256, 3800, 100, 6.88),
        new("p5.48xlarge", "h100", 8, 192, 2048, 30400, 3200, 55.04),
        new("p5e.48xlarge", "h200", 8, 192, 2048, 30400, 3200, null),
        new("p5en.48xlarge", "h200", 8, 192, 2048, 30400, 3200, 63.296),
        new("p6-b200.48xlarge", "b200", 8, 192, 2048, 30400, 3200, 113.9328),
    ];

    /// <summary>Types with GPUs of one SKU, smallest first.</summary>
    /// <param name="sku">A name of <see cref="GpuCatalog"/>.</param>
    public static IEnumerable<AwsInstanceType> WithGpu(string sku) =>
        All.Where(type => type.Sku == sku).OrderBy(type => type.Gpus).ThenBy(type => type.PricePerHour ?? double.MaxValue);
}
