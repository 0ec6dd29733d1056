// Starts a policy pack as Pulumi does: a folder by the language host for .NET (build, then run), a file by the engine itself.
import { spawn } from "node:child_process";

export async function startPack(start, engineAddress) {
  if (start.port) {
    return { port: start.port, output: () => "", errors: () => "", ended: async () => null, kill() {} };
  }

  const options = { cwd: start.workingDirectory, env: { ...process.env, ...start.environment } };
  if (start.project) {
    await build(start.project, options);
    return run("dotnet", ["run", "--no-build", "--project", start.project, "--", ...(start.flags ?? []), engineAddress], options);
  }

  return run(start.executable, [engineAddress], options);
}

async function build(project, options) {
  const child = spawn("dotnet", ["build", project], { ...options, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  child.stdout.on("data", (data) => (output += data));
  child.stderr.on("data", (data) => (output += data));
  const code = await new Promise((resolve) => child.on("close", resolve));
  if (code !== 0) {
    throw new Error(`dotnet build exited with ${code}: ${output}`);
  }
}

async function run(program, args, options) {
  const child = spawn(program, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  let errors = "";
  child.stdout.setEncoding("utf8");
  child.stderr.on("data", (data) => (errors += data));
  const closed = new Promise((resolve) => child.on("close", resolve));
  const port = await new Promise((resolve, reject) => {
    child.on("error", reject);
    closed.then((code) => reject(new Error(`the pack exited with ${code} before its port line: ${errors}`)));
    child.stdout.on("data", (data) => {
      output += data;
      if (output.includes("\n")) {
        resolve(output.slice(0, output.indexOf("\n")));
      }
    });
  });
  if (!/^\d+$/.test(port.trim())) {
    child.kill("SIGKILL");
    throw new Error(`the first line is no port: ${port}`);
  }

  return {
    port: Number(port),
    output: () => output.slice(output.indexOf("\n") + 1),
    errors: () => errors,
    ended: (milliseconds) => Promise.race([closed, new Promise((resolve) => setTimeout(resolve, milliseconds, "still running").unref())]),
    kill: () => child.kill("SIGKILL"),
  };
}
