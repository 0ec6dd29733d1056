using Pulumi.Generator;

try
{
    return GeneratorRun.Execute(args, Console.Out);
}
catch (GeneratorException error)
{
    Console.Error.WriteLine("error: " + error.Message);
    return 2;
}
