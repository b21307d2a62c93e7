/**
 * `npm run bench -- imports`: CPU and memory of the import command, for one row, BENCH_ROWS penalties (100,000), as CSV and as JSON Lines,
 * and as many matters, the database apart; asserts nothing. BENCH_AGAINST names the folder of another compiled build that is measured in turns with this one.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { startPostgres } from "../../infra/local/postgres.js";
import { projectPath, runMain } from "../../platform/config/index.js";
import { usccFromParts } from "../../platform/domain/index.js";

const ROWS = Number(process.env["BENCH_ROWS"] ?? 100_000);
/** Bodies that the penalties are about. */
const BODIES = 5_000;

/** What a run of the command used, its database apart. */
interface Use {
  readonly cpuSeconds: number;
  readonly residentMiB: number;
  readonly lastLine: string;
}

/** Tells what the process used when it ends. */
const METER = `data:text/javascript,${encodeURIComponent(
  'import { writeFileSync } from "node:fs"; process.on("exit", () => { const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage(); writeFileSync(process.env.BENCH_USE, JSON.stringify({ cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, residentMiB: maxRSS / 1024 })); });',
)}`;

/** Options of node by which a build's package starts the command. */
const flagsOf = (build: string): string[] => {
  const { scripts } = JSON.parse(readFileSync(join(build, "package.json"), "utf8")) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  return (scripts["import"] ?? "").split(" ").filter((word) => word.startsWith("--"));
};

const run = async (
  build: string,
  command: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Use> => {
  const script = ["dist/commands", "dist/infra/local"]
    .map((folder) => join(build, folder, `${command}.js`))
    .find((path) => existsSync(path))!;
  const flags = command === "import" ? flagsOf(build) : [];
  const use = join(environment["GOVGRAPH_DIRECTORY"]!, "use.json");
  const child = spawn(process.execPath, [...flags, "--import", METER, script, ...args], {
    cwd: build,
    env: { ...process.env, ...environment, BENCH_USE: use },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const [code] = (await once(child, "exit")) as [number | null];
  if (code !== 0) throw new Error(`${command} ${args.join(" ")} of ${build} ended with ${code}: ${output.slice(-500)}`);
  const { cpuSeconds, residentMiB } = JSON.parse(readFileSync(use, "utf8")) as Omit<Use, "lastLine">;
  return { cpuSeconds, residentMiB: Math.round(residentMiB), lastLine: output.trim().split("\n").at(-1)! };
};

const writeLines = async (
  file: string,
  header: string | undefined,
  count: number,
  line: (index: number) => string,
): Promise<string> => {
  const stream = createWriteStream(file);
  if (header !== undefined) stream.write(`\uFEFF${header}\n`);
  for (let index = 0; index < count; index++) if (!stream.write(`${line(index)}\n`)) await once(stream, "drain");
  stream.end();
  await once(stream, "finish");
  return file;
};

const PENALTY_COLUMNS =
  "CF_XDR_MC,CF_XDR_LB,CF_XDR_SHXYM,CF_WSH,CF_WFXW,CF_SY,CF_YJ,CF_CFLB,CF_NR,CF_NR_FK,CF_JDRQ,CF_CFJG,CF_CFJGDM,失信严重程度";

const penalty = (index: number): string => {
  const body = index % BODIES;
  const month = String(1 + (index % 8)).padStart(2, "0");
  const day = String(1 + (index % 28)).padStart(2, "0");
  return [
    `某市第${body}号商贸有限公司,法人及非法人组织,${usccFromParts("91", "990101", `MA9${10_000 + body}`)}`,
    `某市监罚〔2026〕${index}号,违反产品质量管理规定,经查，当事人销售的商品标签不符合规定，货值金额较小，已主动改正,《中华人民共和国产品质量法》第五十四条`,
    `罚款,责令改正并处罚款人民币二千元整,0.2,2026-${month}-${day},某市市场监督管理局,11990101MB9000015E,一般`,
  ].join(",");
};

/** The same as a line of JSON; no cell has a comma in it. */
const penaltyObject = (index: number): string => {
  const cells = penalty(index).split(",");
  return JSON.stringify(Object.fromEntries(PENALTY_COLUMNS.split(",").map((column, place) => [column, cells[place]])));
};

const MATTER_COLUMNS =
  "事项名称,事项编码,事项类型,实施主体编码,实施主体名称,行政区划,承诺办结时限,承诺办结时限单位,受理条件";

const matter = (index: number): string =>
  `批量事项第${index}项办理,BULK-${index},1,11990101MB9000015E,某市市场监督管理局,222401000000,${1 + (index % 20)},工作日,符合规定条件的申请人均可提出申请`;

await runMain(async () => {
  const against = process.env["BENCH_AGAINST"];
  const builds = { ...(against === undefined ? {} : { against }), this: projectPath("") };
  const folder = mkdtempSync(join(tmpdir(), "govgraph-imports-"));
  chmodSync(folder, 0o755);
  const penalties = await writeLines(join(folder, "penalties.csv"), PENALTY_COLUMNS, ROWS, penalty);
  const lines = await writeLines(join(folder, "penalties.jsonl"), undefined, ROWS, penaltyObject);
  const matters = await writeLines(join(folder, "matters.csv"), MATTER_COLUMNS, ROWS, matter);
  const one = await writeLines(join(folder, "one.csv"), PENALTY_COLUMNS, 1, (index) => penalty(ROWS + index));
  const authority = await writeLines(
    join(folder, "authority.csv"),
    "机构名称,统一社会信用代码,行政区划",
    1,
    () => "某市市场监督管理局,11990101MB9000015E,222401",
  );
  const results: Record<string, Record<string, object>> = {};
  try {
    for (const [name, build] of Object.entries(builds)) {
      const postgres = await startPostgres({ directory: join(folder, `postgres-${name}`) });
      const state = join(folder, `state-${name}`);
      mkdirSync(state, { mode: 0o755 });
      const environment = { DATABASE_URL: postgres.url, GOVGRAPH_DIRECTORY: state };
      try {
        await run(build, "migrate", [], environment);
        // Divisions once came with the demonstration data.
        await run(build, "seed", ["--scale", "small"], environment);
        await run(build, "import", ["organizations", authority], environment);
        const tell = async (what: string, kind: string, file: string, rows: number): Promise<void> => {
          const use = await run(build, "import", [kind, file], environment);
          process.stdout.write(`${name} ${what}: ${JSON.stringify(use)}\n`);
          const perSecond = rows === 1 ? {} : { rowsPerCpuSecond: Math.round(rows / use.cpuSeconds) };
          results[name] = { ...results[name], [what]: { ...use, ...perSecond } };
        };
        await tell("one row for the first time", "penalties", one, 1);
        await tell("one row", "penalties", one, 1);
        await tell("penalties", "penalties", penalties, ROWS);
        await tell("penalties unchanged", "penalties", penalties, ROWS);
        await tell("penalties of JSON Lines unchanged", "penalties", lines, ROWS);
        await tell("matters", "matters", matters, ROWS);
        await tell("matters unchanged", "matters", matters, ROWS);
      } finally {
        await postgres.stop();
      }
    }
    const machine = { node: process.version, cores: cpus().length, model: cpus()[0]?.model };
    writeFileSync(
      projectPath("test/bench/results/imports.json"),
      `${JSON.stringify({ measuredOn: new Date().toISOString().slice(0, 10), machine, rows: ROWS, results }, null, 2)}\n`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
