using Clawdbot.Policies.Server;

switch (args)
{
    case ["--help" or "-h" or "-?"]:
        Console.WriteLine(ServerCommand.Usage);
        return 0;
    default:
        return await ServerCommand.RunAsync(args);
}
