using Clawdbot.Policies.Waivers;

namespace Clawdbot.Policies.Evaluation;

/// <summary>A violation that is accepted for now.</summary>
/// <param name="Violation">The violation.</param>
/// <param name="Waiver">The waiver that accepts it.</param>
internal sealed record WaivedViolation(PolicyViolation Violation, Waiver Waiver);
