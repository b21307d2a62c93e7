/** The two processes of `npm start`: begun, stopped, and never ended without a reason. */
import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { projectPath } from "../../platform/config/index.js";

/** A process of ours. */
export interface Child {
  /** Resolves with why, a sentence, when it ends by itself or by others. */
  readonly ended: Promise<string>;
  /** Resolves when it says that it is ready. */
  readonly ready: Promise<void>;
  /** Lets it drain. */
  stop(): Promise<void>;
}

/** Begins a compiled script with exactly these variables, and options of node's. */
export const startChild = (
  name: string,
  script: string,
  env: NodeJS.ProcessEnv,
  execArgv: readonly string[] = [],
): Child => {
  const child = fork(projectPath(script), { env, execArgv: [...execArgv], detached: true });
  const ended = once(child, "exit").then(([code, signal]) =>
    signal
      ? `${name} was ended by ${String(signal)}${signal === "SIGKILL" ? ", perhaps because the machine has too little memory" : ""}.`
      : `${name} ended with exit code ${String(code)}; the lines above say why.`,
  );
  return { ended, ready: once(child, "message").then(() => undefined), stop: () => stopChild(child) };
};

/** A child that ends by itself at once is begun again after so many milliseconds. */
const AGAIN_MS = 2_000;

/** The same of a process without which the others go on: it is begun again where it ends. */
export const keepChild = (...child: Parameters<typeof startChild>): Pick<Child, "stop"> => {
  let stopped = false;
  let running: Child;
  let again: NodeJS.Timeout | undefined;
  const begin = (): void => {
    running = startChild(...child);
    void running.ended.then(() => {
      if (!stopped) again = setTimeout(begin, AGAIN_MS);
    });
  };
  begin();
  return {
    async stop() {
      stopped = true;
      clearTimeout(again);
      await running.stop();
    },
  };
};

const stopChild = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, "exit");
  child.kill("SIGTERM");
  await exit;
};
