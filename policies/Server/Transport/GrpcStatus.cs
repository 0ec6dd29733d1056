namespace Clawdbot.Policies.Server.Transport;

/// <summary>The results of a call that occur here; the numbers are gRPC's: https://grpc.io/docs/guides/status-codes/</summary>
internal enum GrpcStatus
{
    /// <summary>Done.</summary>
    Ok = 0,

    /// <summary>The caller gave up.</summary>
    Cancelled = 1,

    /// <summary>The method failed in a way that nobody foresaw.</summary>
    Unknown = 2,

    /// <summary>The request holds something that is not allowed.</summary>
    InvalidArgument = 3,

    /// <summary>The caller's time was over.</summary>
    DeadlineExceeded = 4,

    /// <summary>The message is too large.</summary>
    ResourceExhausted = 8,

    /// <summary>Something around the server must be mended first.</summary>
    FailedPrecondition = 9,

    /// <summary>There is no such method, or no such encoding.</summary>
    Unimplemented = 12,

    /// <summary>The bytes are no message.</summary>
    Internal = 13,
}
