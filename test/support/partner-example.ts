/** An example of `npm run partner -- init` in a temporary folder: written, installed, tested and started as its README says. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { writeExample, type Stack } from "../../commands/partner/init/example.js";
import type { SubgraphSource } from "../../platform/composition/index.js";
import { runProgram, waitFor, type CommandRun } from "./commands.js";

type Command = readonly string[];

interface Commands {
  readonly install: readonly Command[];
  readonly test: readonly Command[];
  readonly start: Command;
}

const TYPESCRIPT: Commands = {
  install: [["npm", "install", "--no-audit", "--no-fund", "--prefer-offline"]],
  test: [["npm", "test"]],
  start: ["node", "dist/src/main.js"],
};

const PYTHON: Commands = {
  install: [
    ["python3", "-m", "venv", ".venv"],
    [".venv/bin/pip", "install", "-q", "-r", "requirements.txt"],
  ],
  test: [[".venv/bin/python", "-m", "pytest", "-q"]],
  start: [".venv/bin/python", "main.py"],
};

const JAVA: Commands = {
  install: [],
  test: [["mvn", "-q", "-B", "package"]],
  start: ["java", "-cp", "target/classes:target/lib/*", "service.Main"],
};

const GO: Commands = {
  install: [
    ["go", "mod", "tidy"],
    ["go", "generate", "./..."],
  ],
  test: [
    ["go", "vet", "./..."],
    ["go", "test", "./..."],
    ["go", "build", "-o", "service", "."],
  ],
  start: ["./service"],
};

const RUST: Commands = {
  install: [],
  test: [
    ["cargo", "test", "--quiet"],
    ["cargo", "build", "--quiet"],
  ],
  start: ["target/debug/service"],
};

const COMMANDS: Readonly<Record<Stack, Commands>> = {
  apollo: TYPESCRIPT,
  yoga: TYPESCRIPT,
  strawberry: PYTHON,
  ariadne: PYTHON,
  "graphql-java": JAVA,
  gqlgen: GO,
  "async-graphql": RUST,
  mercurius: TYPESCRIPT,
};

/** Stacks that take minutes to build: they are tried by `npm run test:long`. */
export const SLOW_STACKS: readonly Stack[] = ["gqlgen", "async-graphql"];

const PROGRAMS: Readonly<Partial<Record<Stack, readonly string[]>>> = {
  "graphql-java": ["mvn", "javac"],
  gqlgen: ["go"],
  "async-graphql": ["cargo"],
};

/** Programs of the stack that this machine lacks: Node.js and Python it must have. */
export const missingPrograms = (stack: Stack): string[] =>
  (PROGRAMS[stack] ?? []).filter((program) => spawnSync("which", [program]).status !== 0);

/** An example that was written. */
export interface PartnerExample {
  readonly folder: string;
  /** Installs it, and runs its own tests. Throws what they wrote where they fail. */
  readonly install: () => Promise<void>;
  readonly start: (gatewayUrl: string, port: number) => Promise<void>;
  /** Its SDL and the closures beside it. */
  readonly source: () => SubgraphSource & { readonly file: string };
  readonly remove: () => Promise<void>;
}

/** Writes one under the name of its stack. */
export const writePartnerExample = (stack: Stack): PartnerExample => {
  const parent = mkdtempSync(join(tmpdir(), "govgraph-partner-"));
  const folder = join(parent, stack);
  writeExample(stack, stack, folder);
  let running: CommandRun | undefined;
  const run = async (command: readonly string[]): Promise<void> => {
    // Home holds the caches of installers, which runs share.
    const ran = runProgram(command, { ...installerVariables(), HOME: homedir() }, folder);
    if ((await ran.ended) !== 0) throw new Error(`${command.join(" ")}: ${ran.output()}`);
  };
  const read = (file: string): string => readFileSync(join(folder, file), "utf8");
  return {
    folder,
    async install() {
      for (const command of [...COMMANDS[stack].install, ...COMMANDS[stack].test]) await run(command);
    },
    async start(gatewayUrl, port) {
      const started = runProgram(
        COMMANDS[stack].start,
        { GATEWAY_URL: gatewayUrl, PORT: String(port), HOST: "127.0.0.1" },
        folder,
      );
      running = started;
      await waitFor(started, () => isHealthy(port));
    },
    source: () => ({
      ...{ name: stack, url: "", sdl: read("schema.graphql"), file: "schema.graphql" },
      overlay: { sdl: read("closures.graphql"), file: "closures.graphql" },
    }),
    async remove() {
      running?.child.kill("SIGKILL");
      await running?.ended;
      rmSync(parent, { recursive: true, force: true });
    },
  };
};

const isHealthy = async (port: number): Promise<boolean> => {
  try {
    return (await fetch(`http://127.0.0.1:${port}/healthz`)).ok;
  } catch {
    return false;
  }
};

/** What tells installers where packages are, and what they trust. */
export const installerVariables = (): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(process.env).filter(([name]) =>
      /^(npm_config_|pip_|https?_proxy|no_proxy|ssl_|node_extra_ca|java_home|maven_|go[a-z]*$|cargo_|rustup_)/i.test(
        name,
      ),
    ),
  );
