using Clawdbot.Cli.CommandLine;

return await ClawdbotCommand.RunAsync(args, CommandHost.ForProcess());
