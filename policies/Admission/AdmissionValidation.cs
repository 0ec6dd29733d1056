namespace Clawdbot.Policies.Admission;

/// <summary>One thing that must hold.</summary>
/// <param name="Expression">True where it holds.</param>
/// <param name="Place">The text that says where it does not, as an expression; null where the object says it all.</param>
internal sealed record AdmissionValidation(string Expression, string? Place = null);
