namespace Clawdbot.Policies.Waivers;

/// <summary>Texts with <c>*</c> for any characters.</summary>
internal static class Wildcard
{
    /// <summary>Whether <paramref name="text"/> as a whole is what <paramref name="pattern"/> says. Takes at most the product of both lengths.</summary>
    public static bool Matches(string pattern, string text)
    {
        var (p, t, star, mark) = (0, 0, -1, 0);
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                (star, mark) = (p++, t);
            }
            else if (p < pattern.Length && pattern[p] == text[t])
            {
                p++;
                t++;
            }
            else if (star >= 0)
            {
                (p, t) = (star + 1, ++mark);
            }
            else
            {
                return false;
            }
        }

        return pattern.AsSpan(p).TrimStart('*').IsEmpty;
    }
}
