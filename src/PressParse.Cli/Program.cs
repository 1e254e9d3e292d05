using System.Runtime.InteropServices;
using PressParse.Cli;

using var interrupted = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
using var input = Console.OpenStandardInput();
using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
return CommandLine.Run(args, new Terminal(input, output, Console.Error, !Console.IsErrorRedirected, interrupted.Token));

void Stop(PosixSignalContext signal)
{
    // The first signal lets the work end whole; a second one ends the process at once.
    signal.Cancel = !interrupted.IsCancellationRequested;
    interrupted.Cancel();
}
