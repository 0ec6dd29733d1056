using System.Buffers.Text;

namespace Clawdbot.Policies.Kubernetes;

/// <summary>Texts that look drawn at random, as keys are.</summary>
internal static class RandomText
{
    private const int Shortest = 32;

    private const int Longest = 512;

    // Random base64 of 32 characters has about 4.6 bits per character; words run together stay below 4.
    private const double LeastBits = 4.2;

    private const int LeastOfEachKind = 3;

    /// <summary>Whether <paramref name="text"/> is one long run of capitals, small letters and digits without visible order.</summary>
    public static bool IsKey(string text)
    {
        if (text.Length is < Shortest or > Longest || !text.All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '=' or '_' or '-' or '/') || text[0] == '/')
        {
            return false;
        }

        return text.Count(char.IsAsciiLetterUpper) >= LeastOfEachKind
            && text.Count(char.IsAsciiLetterLower) >= LeastOfEachKind
            && text.Count(char.IsAsciiDigit) >= LeastOfEachKind
            && BitsPerCharacter(text) >= LeastBits
            && !IsReadable(text);
    }

    // Base64 of a certificate, a configuration or any other text.
    private static bool IsReadable(string text) =>
        Base64.IsValid(text) && SecretFormats.Decode(text) is { } decoded && decoded.All(c => !char.IsControl(c) || char.IsWhiteSpace(c));

    private static double BitsPerCharacter(string text) => text.GroupBy(c => c).Sum(group =>
    {
        var share = (double)group.Count() / text.Length;
        return -share * Math.Log2(share);
    });
}
