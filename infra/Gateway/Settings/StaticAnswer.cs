namespace Clawdbot.Infra.Gateway.Settings;

/// <summary>The answer when nothing else is left.</summary>
/// <param name="StatusCode">HTTP status.</param>
/// <param name="Status">Member <c>status</c> of the JSON body.</param>
/// <param name="Message">Member <c>message</c> of the JSON body.</param>
public sealed record StaticAnswer(int StatusCode, string Status, string Message);
