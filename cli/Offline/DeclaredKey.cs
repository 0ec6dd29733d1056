using YamlDotNet.RepresentationModel;

namespace Clawdbot.Cli.Offline;

/// <summary>A configuration key as the project file declares it.</summary>
/// <param name="Default">The value for stacks that do not set it; null = none.</param>
/// <param name="Secret">Whether its values are secret.</param>
internal sealed record DeclaredKey(YamlNode? Default, bool Secret);
