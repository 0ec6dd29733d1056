using Clawdbot.Policies.Admission;
using Clawdbot.Policies.Catalogue;
using Clawdbot.Policies.Server;

switch (args)
{
    case ["--help" or "-h" or "-?"]:
        Console.WriteLine(ServerCommand.Usage);
        return 0;

    // For whoever changes a rule: writes the files that are made of the rules.
    case ["admission"]:
        return AdmissionCommand.Run(Environment.CurrentDirectory, Console.Out, Console.Error);
    case ["catalogue"]:
        return CatalogueCommand.Run(Environment.CurrentDirectory, Console.Out, Console.Error);
    default:
        return await ServerCommand.RunAsync(args);
}
