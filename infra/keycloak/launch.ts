/** A server process of its own session: started, logged to a file, and stopped for certain. */
import { spawn } from "node:child_process";
import { createWriteStream } from "node:fs";

const STOPPED_WITHIN_MS = 15_000;

/** A process that runs. */
export interface Server {
  readonly running: () => boolean;
  readonly logFile: string;
  stop(): Promise<void>;
}

/** Starts a command; what it prints goes to the log. */
export const launch = (command: string, args: string[], env: NodeJS.ProcessEnv, logFile: string): Server => {
  const log = createWriteStream(logFile);
  // A session of its own: Ctrl-C reaches it through stop() alone, once.
  const child = spawn(command, args, { env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  let running = true;
  const exited = new Promise<void>((resolve) => {
    const end = (): void => {
      running = false;
      log.end();
      resolve();
    };
    child.once("error", end);
    child.once("close", end);
  });
  const signal = (name: NodeJS.Signals): void => {
    if (running && child.pid !== undefined) process.kill(name === "SIGKILL" ? -child.pid : child.pid, name);
  };
  return {
    running: () => running,
    logFile,
    async stop() {
      signal("SIGTERM");
      const timer = setTimeout(() => signal("SIGKILL"), STOPPED_WITHIN_MS);
      await exited;
      clearTimeout(timer);
    },
  };
};
