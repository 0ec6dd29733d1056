namespace Clawdbot.Infra.Capacity;

/// <summary>An EC2 instance type with GPUs.</summary>
/// <param name="Name">For example <c>g6e.12xlarge</c>.</param>
/// <param name="Sku">SKU of its GPUs, a name of <see cref="GpuCatalog"/>.</param>
/// <param name="Gpus">GPUs in one instance.</param>
/// <param name="Vcpus">Virtual processors.</param>
/// <param name="MemoryGiB">Main memory in GiB.</param>
/// <param name="NvmeGB">Local NVMe storage in GB (10^9 bytes).</param>
/// <param name="NetworkGbps">Network bandwidth in Gbit/s.</param>
/// <param name="PricePerHour">On-demand price in US dollars for one hour of Linux in us-east-1 on <see cref="AwsInstances.PriceDate"/>; null when AWS sells it through capacity blocks only.</param>
public sealed record AwsInstanceType(string Name, string Sku, int Gpus, int Vcpus, int MemoryGiB, int NvmeGB, double NetworkGbps, double? PricePerHour);
