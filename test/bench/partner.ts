/** `npm run bench -- partner`: what `npm run partner -- check` takes where one of fifty subgraphs of two hundred types is checked; asserts nothing. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { compose, readPolicyFacts, type CompositionFacts } from "../../platform/composition/index.js";
import { checkPartner } from "../../platform/composition/partner/index.js";
import { projectPath, runMain } from "../../platform/config/index.js";
import type { PolicyTable } from "../../platform/disclosure/table/index.js";
import { agencyName, agencySdl } from "../support/agency-sdl.js";

const SUBGRAPHS = 50;
const TYPES = 200;
const ROUNDS = 5;
const CHECKED = SUBGRAPHS - 1;

const facts = (): CompositionFacts => ({
  legalBases: readPolicyFacts().legalBases,
  owners: new Map([["Organization", agencyName(0)]]),
  subgraphs: new Map(),
});

const sourceOf = (folder: string, index: number): { name: string; url: string; sdl: string; file: string } => {
  const file = join(folder, `${agencyName(index)}.graphql`);
  return { name: agencyName(index), url: "", sdl: readFileSync(file, "utf8"), file };
};

interface Figures {
  readonly problems: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMib: number;
}

/** One check from files to findings, in a process of its own: seconds, seconds of CPU and the most memory it held. */
const check = async (folder: string): Promise<void> => {
  const { problems } = await checkPartner(sourceOf(folder, CHECKED), {
    others: Array.from({ length: CHECKED }, (_, index) => sourceOf(folder, index)),
    facts: facts(),
    publicSchema: readFileSync(join(folder, "public.graphql"), "utf8"),
    policy: JSON.parse(readFileSync(join(folder, "policy.json"), "utf8")) as PolicyTable,
    approved: new Set(),
    on: "2026-11-29",
  });
  const { user, system } = process.cpuUsage();
  const figures: Figures = {
    problems: problems.length,
    seconds: Number(process.uptime().toFixed(2)),
    cpuSeconds: Number(((user + system) / 1e6).toFixed(2)),
    peakMib: Math.round(process.resourceUsage().maxRSS / 1024),
  };
  process.stdout.write(`${JSON.stringify(figures)}\n`);
};

const measure = (folder: string): void => {
  for (let index = 0; index < SUBGRAPHS; index++)
    writeFileSync(join(folder, `${agencyName(index)}.graphql`), agencySdl(index, TYPES));
  const known = Array.from({ length: CHECKED }, (_, index) => sourceOf(folder, index));
  const { publicSchema, policy } = compose(known, facts());
  writeFileSync(join(folder, "public.graphql"), publicSchema);
  writeFileSync(join(folder, "policy.json"), JSON.stringify(policy));
  const rounds = Array.from({ length: ROUNDS }, () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [process.argv[1]!, "check", folder], {
      encoding: "utf8",
    });
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout) as Figures;
  });
  const refused = rounds.find(({ problems }) => problems > 0);
  if (refused) throw new Error(`The partner that is measured is refused for ${refused.problems} reasons.`);
  const at = (key: "seconds" | "cpuSeconds" | "peakMib"): number =>
    rounds.map((round) => round[key]).sort((a, b) => a - b)[Math.floor(ROUNDS / 2)]!;
  const machine = { node: process.version, cores: cpus().length, model: cpus()[0]?.model };
  const result = {
    measuredOn: new Date().toISOString().slice(0, 10),
    machine,
    subgraphs: SUBGRAPHS,
    typesEach: TYPES,
    rounds: ROUNDS,
    medianSeconds: at("seconds"),
    medianCpuSeconds: at("cpuSeconds"),
    medianPeakMib: at("peakMib"),
  };
  writeFileSync(projectPath("test/bench/results/partner.json"), `${JSON.stringify(result, null, 2)}\n`);
  process.stdout.write(`${JSON.stringify(result)}\n`);
};

await runMain(async () => {
  const [, , role, folder] = process.argv;
  if (role === "check" && folder !== undefined) return check(folder);
  const made = mkdtempSync(join(tmpdir(), "govgraph-partners-"));
  try {
    measure(made);
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
});
