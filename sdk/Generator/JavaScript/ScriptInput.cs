namespace Pulumi.Generator.JavaScript;

/// <summary>What a constructor does with one input.</summary>
/// <param name="Name">The wire name.</param>
/// <param name="Constant">The fixed value it always sends, if any.</param>
/// <param name="Secret">Whether it marks the value secret.</param>
/// <param name="Json">Whether it sends the value as JSON text.</param>
/// <param name="Default">What it sends when the program gives nothing.</param>
public sealed record ScriptInput(string Name, string? Constant, bool Secret, bool Json, DefaultValue? Default);
