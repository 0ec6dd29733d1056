if (args is ["admission", .. var rest])
{
    return Clawdbot.Policies.Admission.AdmissionCommand.Run(rest, Console.Out);
}

Console.Error.WriteLine("not yet");
return 2;
