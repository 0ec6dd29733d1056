using System.Globalization;

namespace Clawdbot.Policies.Server;

/// <summary>The process that started this one.</summary>
internal static class ParentProcess
{
    private const string Status = "/proc/self/stat";

    /// <summary>Its id; 0 where the system does not tell. It changes when the parent ends: another process adopts this one.</summary>
    public static int Id
    {
        get
        {
            try
            {
                // The second field is the program's name in parentheses, which may hold anything; the fourth is the parent.
                var status = File.ReadAllText(Status);
                return int.Parse(status.AsSpan(status.LastIndexOf(')') + 1).Trim().ToString().Split(' ')[1], CultureInfo.InvariantCulture);
            }
            catch (IOException)
            {
                return 0;
            }
        }
    }
}
