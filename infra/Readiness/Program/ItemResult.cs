using System.Text.Json.Nodes;

namespace Clawdbot.Infra.Readiness.Program;

/// <summary>One line of the checklist.</summary>
/// <param name="Number">1 to 12.</param>
/// <param name="Title">What is asked.</param>
/// <param name="Passed">Whether it holds.</param>
/// <param name="Detail">What was seen.</param>
internal sealed record ItemResult(int Number, string Title, bool Passed, string Detail)
{
    internal string Line => $"{Number,2}  {(Passed ? "pass" : "FAIL")}  {Title,-34}  {Detail}";

    internal JsonObject Json => new() { ["number"] = Number, ["title"] = Title, ["pass"] = Passed, ["detail"] = Detail };
}
