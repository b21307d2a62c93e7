/** `npm run bench`: every measurement but that of engines in turn, or those whose names are given (`npm run bench -- below`). */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { projectPath, runMain } from "../../platform/config/index.js";

/** Measurements by their names, each a process of its own. */
const MEASUREMENTS: Readonly<Record<string, string>> = {
  showcase: "run",
  loading: "loading",
  imports: "imports",
  policy: "policy",
  existence: "existence",
  writes: "writes",
  subscribers: "subscribers",
  files: "files",
  findings: "findings",
  limits: "limits",
  receipts: "receipts",
  below: "below",
  attack: "attack",
  planners: "planners",
  partner: "partner",
  engines: "engines/run",
};

/** Those that are measured by their names alone: they take long, or need what is not installed. */
const BY_NAME: ReadonlySet<string> = new Set(["engines", "attack", "planners"]);

/** Those that are measured when no name is given. */
const USUAL = Object.keys(MEASUREMENTS).filter((name) => !BY_NAME.has(name));

await runMain(async () => {
  const given = process.argv.slice(2);
  const unknown = given.find((name) => !Object.hasOwn(MEASUREMENTS, name));
  if (unknown !== undefined)
    throw new Error(`${unknown} is no measurement: there are ${Object.keys(MEASUREMENTS).join(", ")}.`);
  for (const name of given.length > 0 ? given : USUAL) {
    const child = spawn(process.execPath, [projectPath(`dist/test/bench/${MEASUREMENTS[name]}.js`)], {
      stdio: "inherit",
    });
    const [code] = (await once(child, "exit")) as [number | null];
    if (code !== 0) throw new Error(`The measurement ${name} ended with ${code}.`);
  }
});
