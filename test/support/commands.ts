/** Runs compiled commands of the product as processes of their own, and waits for what they say. */
import { spawn, type ChildProcess, type SpawnOptions } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";

/** A command that runs or ran. */
export interface CommandRun {
  readonly child: ChildProcess;
  /** What it wrote so far. */
  readonly output: () => string;
  /** Exit code; null where a signal ended it. */
  readonly ended: Promise<number | null>;
}

/** Starts node with these arguments and exactly these variables, beside the PATH. */
export const runNode = (args: readonly string[], environment: Readonly<NodeJS.ProcessEnv>, cwd?: string): CommandRun =>
  runProgram([process.execPath, ...args], environment, cwd);

/** Starts a program with its arguments and exactly these variables, beside the PATH. */
export const runProgram = (
  words: readonly string[],
  environment: Readonly<NodeJS.ProcessEnv>,
  cwd?: string,
): CommandRun => begin(words, { env: environment, ...(cwd === undefined ? {} : { cwd }) });

/** Lines of a shell that run or ran. */
export interface LinesRun extends CommandRun {
  /** Ends what is left of it. */
  readonly stop: () => Promise<void>;
}

/** Starts lines of a shell (bash), which end with the first that fails, in a group of processes of their own. */
export const runLines = (lines: string, environment: Readonly<NodeJS.ProcessEnv>, cwd: string): LinesRun => {
  const run = begin(["bash", "-eo", "pipefail", "-c", lines], { env: environment, cwd, detached: true });
  return {
    ...run,
    async stop() {
      if (run.child.exitCode === null && run.child.signalCode === null) process.kill(-run.child.pid!, "SIGKILL");
      await run.ended;
    },
  };
};

const begin = ([program = "", ...args]: readonly string[], { env, ...options }: SpawnOptions): CommandRun => {
  const child = spawn(program, args, { ...options, stdio: "pipe", env: { PATH: process.env["PATH"], ...env } });
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

/** Ports below those that the system gives to whoever asks for any, so that nobody else is given one before it is bound. */
const PORTS = { from: 20_000, to: 32_000 } as const;

/** Ports of each process that runs tests: no two look for theirs in the same place. */
const PORTS_OF_A_WORKER = 2_000;

let looked = 0;

const isFree = async (port: number): Promise<boolean> => {
  const server = createServer();
  const free = await new Promise<boolean>((resolve) => {
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => resolve(true));
  });
  if (free) await new Promise((resolve) => server.close(resolve));
  return free;
};

/** Ports that are free on loopback; none is given twice to the same process. */
export const freePorts = async (count: number): Promise<number[]> => {
  const worker = Number(process.env["JEST_WORKER_ID"] ?? 1) - 1;
  const start = (worker * PORTS_OF_A_WORKER) % (PORTS.to - PORTS.from);
  // Two runs on one machine begin at different places of theirs.
  looked ||= process.pid % PORTS_OF_A_WORKER;
  const found: number[] = [];
  for (let tries = 0; found.length < count; tries++) {
    if (tries > PORTS_OF_A_WORKER) throw new Error("No port is free on loopback.");
    const port = PORTS.from + start + (looked++ % PORTS_OF_A_WORKER);
    if (await isFree(port)) found.push(port);
  }
  return found;
};
