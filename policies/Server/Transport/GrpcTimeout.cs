using System.Globalization;

namespace Clawdbot.Policies.Server.Transport;

/// <summary>The header <c>grpc-timeout</c>: at most eight digits and a unit.</summary>
internal static class GrpcTimeout
{
    // The longest time that a timer of .NET takes, about 49 days.
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(uint.MaxValue - 1);

    /// <summary>The time; null when the caller set none.</summary>
    /// <exception cref="GrpcException">The header is no time.</exception>
    public static TimeSpan? Parse(string? header)
    {
        if (string.IsNullOrEmpty(header))
        {
            return null;
        }

        double? seconds = header[^1] switch
        {
            'H' => 3600,
            'M' => 60,
            'S' => 1,
            'm' => 1e-3,
            'u' => 1e-6,
            'n' => 1e-9,
            _ => null,
        };
        return seconds is { } unit && header.Length <= 9 && int.TryParse(header.AsSpan(0, header.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? TimeSpan.FromSeconds(Math.Min(count * unit, Longest.TotalSeconds))
            : throw new GrpcException(GrpcStatus.Internal, "The header grpc-timeout is no time; allowed: one to eight digits and one of H, M, S, m, u, n.");
    }
}
