/** What the code reads of an environment stands in the tables of which docs/configuration.md is made. */
import "reflect-metadata";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { processes } from "../../docs/render.js";
import { projectPath, registeredServices } from "../../platform/config/index.js";
import { messageVariables } from "../../platform/subgraph/message-variables.js";

/** Examples that are copied for partners read the variables of services of their own. */
const EXAMPLES = "commands/partner/init/templates/";

const SOURCES = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "*.ts"], {
  cwd: projectPath(),
  encoding: "utf8",
})
  .split("\n")
  .filter(
    (file) =>
      !file.startsWith(EXAMPLES) && /^(commands|docs|findings|gateway|infra|platform|schema|subgraphs)\//.test(file),
  )
  .map((file) => ({ file, text: readFileSync(projectPath(file), "utf8") }));

const tables = processes();
/** Of a service that sends and receives messages, should none of ours. */
const OF_MESSAGES = messageVariables({ name: "x", sends: [], receives: {} });
const KNOWN = new Set([...tables.flatMap(([, table]) => Object.keys(table)), ...Object.keys(OF_MESSAGES)]);
/** Of Node, and of Apollo, which is told to be silent. */
const OTHERS = new Set(["NODE_ENV", "APOLLO_KEY", "APOLLO_TELEMETRY_DISABLED"]);

/** What each match of a pattern captures, with its file. */
const found = (pattern: RegExp): [file: string, name: string][] =>
  SOURCES.flatMap(({ file, text }) =>
    [...text.matchAll(pattern)].map((match): [string, string] => [file, match.slice(1).find(Boolean) ?? ""]),
  );

describe("variables", () => {
  it("that are read by name are in a table", () => {
    const read = found(/\b(?:process\.env|environment|given)(?:\["([A-Z]\w*)"\]|\.([A-Z][A-Z_]+)\b)/g);
    expect(read.length).toBeGreaterThan(15);
    expect(read.filter(([, name]) => !KNOWN.has(name) && !OTHERS.has(name))).toEqual([]);
  });

  it("of each service that are given by a name that is filled in are in its table", () => {
    // Columns of exchange tables have prefixes too.
    const suffixes = found(/\$\{(?:prefix|name\.toUpperCase\(\)|service\.toUpperCase\(\))\}(_[A-Z_]+)`/g).filter(
      ([file]) => !/\.(import|fields)\.ts$/.test(file),
    );
    expect(suffixes.length).toBeGreaterThan(10);
    expect(suffixes.filter(([, suffix]) => ![...KNOWN].some((name) => name.endsWith(suffix)))).toEqual([]);
  });

  it("are read from the environment of the process at its edge alone", () => {
    const whole = found(/(process\.env)\b(?!\.NODE_ENV|\[|\.d)/g).map(([file]) => file);
    expect([...new Set(whole)].sort()).toEqual([
      "commands/databases.ts",
      "commands/documents/open-store.ts",
      "commands/import.ts",
      "commands/migrate.ts",
      "commands/partner/connect/serve-mapping.ts",
      "commands/partner/open-registry.ts",
      "commands/partner/recorded-use.ts",
      "commands/realm.ts",
      "commands/receipt.ts",
      "commands/refresh.ts",
      "commands/worker.ts",
      "gateway/main.ts",
      "infra/keycloak/keycloak.ts",
      "infra/keycloak/run.ts",
      "infra/local/main.ts",
      "infra/local/services.ts",
      ...registeredServices()
        .map((name) => `subgraphs/${name}/main.ts`)
        .sort(),
    ]);
  });

  it("that are secret are never shown with a default, and each secret of a process is its own", () => {
    const secrets = tables.flatMap(([process, table]) =>
      Object.entries(table).flatMap(([name, entry]) => (entry.secret ? [{ process, name, entry }] : [])),
    );
    expect(secrets.filter(({ entry }) => entry.fallback !== undefined && entry.fallback !== "")).toEqual([]);
    const unmarked = tables.flatMap(([, table]) =>
      Object.entries(table).filter(
        ([name, entry]) => /_(SECRET|KEYS|SUBJECT_KEY|DATABASE_URL)$/.test(name) && !entry.secret,
      ),
    );
    expect(unmarked).toEqual([]);
    const ofProcesses = secrets.filter(({ process }) => !/^npm|commands/.test(process));
    expect(new Set(ofProcesses.map(({ name }) => name)).size).toBe(ofProcesses.length);
  });
});
