namespace Clawdbot.Infra.Platform;

/// <summary>What the DCGM exporter exports by default.</summary>
public static class GpuCounters
{
    /// <summary>
    /// The exporter's own list, and what our alerts need beyond it: ECC errors, throttling by heat and power, and counted XID errors (the usual
    /// gauge only remembers the last). Names: NVIDIA/dcgm-exporter 4.8.3, etc/default-counters.csv and deployment/values.yaml, July 2026.
    /// Profiling fields need a data-centre card; on others the exporter leaves them out and says so in its log.
    /// </summary>
    public const string Default = """
        DCGM_FI_DEV_SM_CLOCK, gauge, Clock of the multiprocessors in MHz
        DCGM_FI_DEV_MEM_CLOCK, gauge, Clock of the memory in MHz
        DCGM_FI_DEV_GPU_TEMP, gauge, Temperature of the chip in degrees Celsius
        DCGM_FI_DEV_MEMORY_TEMP, gauge, Temperature of the memory in degrees Celsius
        DCGM_FI_DEV_POWER_USAGE, gauge, Power in W
        DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION, counter, Energy since boot in mJ
        DCGM_FI_DEV_PCIE_REPLAY_COUNTER, counter, Repeated PCIe transfers
        DCGM_FI_DEV_GPU_UTIL, gauge, Share of time with a running kernel in percent
        DCGM_FI_DEV_MEM_COPY_UTIL, gauge, Share of time with a memory transfer in percent
        DCGM_FI_DEV_FB_FREE, gauge, Free memory in MiB
        DCGM_FI_DEV_FB_USED, gauge, Used memory in MiB
        DCGM_FI_DEV_XID_ERRORS, gauge, Code of the last XID error
        DCGM_EXP_XID_ERRORS_COUNT, gauge, XID errors in the last window by code
        DCGM_FI_DEV_POWER_VIOLATION, counter, Throttled by power in ns
        DCGM_FI_DEV_THERMAL_VIOLATION, counter, Throttled by heat in ns
        DCGM_FI_DEV_ECC_SBE_VOL_TOTAL, counter, Corrected memory errors since the driver was loaded
        DCGM_FI_DEV_ECC_DBE_VOL_TOTAL, counter, Uncorrected memory errors since the driver was loaded
        DCGM_FI_DEV_UNCORRECTABLE_REMAPPED_ROWS, counter, Rows replaced after uncorrected errors
        DCGM_FI_DEV_CORRECTABLE_REMAPPED_ROWS, counter, Rows replaced after corrected errors
        DCGM_FI_DEV_ROW_REMAP_FAILURE, gauge, 1 when a row could not be replaced
        DCGM_FI_DEV_NVLINK_BANDWIDTH_TOTAL, gauge, NVLink traffic of all lanes
        DCGM_FI_PROF_GR_ENGINE_ACTIVE, gauge, Share of time that the graphics engine works
        DCGM_FI_PROF_PIPE_TENSOR_ACTIVE, gauge, Share of cycles that the tensor cores work
        DCGM_FI_PROF_DRAM_ACTIVE, gauge, Share of cycles that the memory transfers

        """;
}
