using Pulumi.Generator.JavaScript;
using Pulumi.Generator.Schema;

namespace Pulumi.Generator.Emit;

/// <summary>A property of an args class.</summary>
/// <param name="WireName">The name that the engine sees.</param>
/// <param name="Name">The C# name.</param>
/// <param name="Type">The C# type.</param>
/// <param name="Required">Whether it must be given.</param>
/// <param name="Secret">Whether its value becomes secret.</param>
/// <param name="Json">Whether it travels as JSON text.</param>
/// <param name="Deprecated">Whether the package warns about it.</param>
/// <param name="Default">The value when nothing is given.</param>
public sealed record ArgsProperty(
    string WireName, string Name, PropertyType Type, bool Required, bool Secret, bool Json, bool Deprecated, DefaultValue? Default);
