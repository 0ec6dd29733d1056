using Pulumi.Generator;

try
{
    return GeneratorRun.Execute(args, Console.Out);
}
catch (Exception error) when (error is GeneratorException or IOException or UnauthorizedAccessException or System.Text.Json.JsonException)
{
    Console.Error.WriteLine("error: " + error.Message);
    return 2;
}
