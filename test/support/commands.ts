/** Runs compiled commands of the product as processes of their own, and waits for what they say. */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";

/** A command that runs or ran. */
export interface CommandRun {
  readonly child: ChildProcess;
  /** What it wrote so far. */
  readonly output: () => string;
  /** Exit code; null where a signal ended it. */
  readonly ended: Promise<number | null>;
}

/** Starts node with these arguments and exactly these variables, beside the PATH. */
export const runNode = (
  args: readonly string[],
  environment: Readonly<NodeJS.ProcessEnv>,
  cwd?: string,
): CommandRun => {
  const child = spawn(process.execPath, [...args], {
    env: { PATH: process.env["PATH"], ...environment },
    ...(cwd === undefined ? {} : { cwd }),
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  return { child, output: () => output, ended: once(child, "exit").then(([code]) => code as number | null) };
};

/** Waits until it holds, as long as the process lives. Throws what the process wrote where it ends before. */
export const waitFor = async (run: CommandRun, holds: () => Promise<boolean> | boolean): Promise<void> => {
  while (!(await holds())) {
    if (run.child.exitCode !== null || run.child.signalCode !== null) throw new Error(`It ended: ${run.output()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

/** Ports that are free on loopback. */
export const freePorts = async (count: number): Promise<number[]> => {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer().listen(0, "127.0.0.1");
      await once(server, "listening");
      return server;
    }),
  );
  const found = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return found;
};
