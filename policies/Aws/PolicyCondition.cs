using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Aws;

/// <summary>One test of a statement's Condition.</summary>
/// <param name="Operator">How it compares, for example <c>StringLike</c>.</param>
/// <param name="Key">What it compares, for example <c>aws:SourceAccount</c>.</param>
/// <param name="Values">With what.</param>
internal sealed record PolicyCondition(string Operator, string Key, Property Values)
{
    // True for anybody who writes the request so, or happens to come at the right time.
    private static readonly string[] Anybodys =
        ["aws:CurrentTime", "aws:EpochTime", "aws:Referer", "aws:RequestedRegion", "aws:SecureTransport", "aws:TagKeys", "aws:TokenIssueTime", "aws:UserAgent", "s3:TlsVersion"];

    /// <summary>Whether it says something about who asks, or on whose behalf.</summary>
    public bool IsAboutWho => !Anybodys.Contains(Key, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether it demands a value: a negated test does not.</summary>
    public bool IsPositive => !Operator.Contains("Not", StringComparison.OrdinalIgnoreCase) && !Operator.StartsWith("Null", StringComparison.OrdinalIgnoreCase);
}
