/** Tables and picture of docs/performance.md, from the files that `npm run bench` wrote. */
import { readFileSync } from "node:fs";
import { projectPath } from "../platform/config/index.js";
import { table } from "./markdown.js";
import { renderMarked } from "./marked.js";

interface Figures {
  readonly requestsPerSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly gatewayCpuPer1000: number;
  readonly servicesCpuPer1000: number;
  readonly subgraphRequests: number;
  readonly peakMiB: number;
}

type Mode = "unique" | "shared" | "cold";

interface World extends Partial<Record<Mode, Readonly<Record<string, Figures>>>> {
  readonly stages?: Readonly<Record<string, number>>;
}

interface Engines {
  readonly measuredOn: string;
  readonly worlds: Readonly<Record<string, World>>;
}

interface Against {
  readonly measuredOn: string;
  readonly connections: number;
  readonly costs: readonly Cost[];
  readonly before: readonly Cost[];
  readonly ratios: readonly { readonly query: string; readonly cpu: number; readonly requestsPerSecond: number }[];
}

interface Cost {
  readonly query: string;
  readonly cpu: Readonly<Record<string, number>>;
  readonly requestsPerSecond: number;
}

const WORLDS: Readonly<Record<string, string>> = { public: "public case", distinct: "every entity distinct" };
const MODES = ["unique", "shared", "cold"] as const;

const results = <Result>(name: string): Result =>
  JSON.parse(readFileSync(projectPath(`test/bench/results/${name}.json`), "utf8")) as Result;

const digits = (value: number, count = 1): string => value.toFixed(count);

const enginesTable = ({ worlds }: Engines): string =>
  table(
    [
      "case",
      "mode",
      "gateway",
      "CPU s / 1,000",
      ": stock",
      "services",
      "requests/s",
      "p50 ms",
      "p95",
      "p99",
      "requests to services",
      "peak MiB",
    ],
    Object.entries(worlds).flatMap(([world, modes]) =>
      MODES.flatMap((mode) =>
        Object.entries(modes[mode] ?? {}).map(([name, of]) => [
          WORLDS[world] ?? world,
          mode,
          name === "compiled" ? "**compiled**" : name,
          digits(of.gatewayCpuPer1000),
          digits(of.gatewayCpuPer1000 / (modes[mode]?.["stock"]?.gatewayCpuPer1000 ?? Number.NaN), 2),
          digits(of.servicesCpuPer1000),
          digits(of.requestsPerSecond, 0),
          digits(of.p50, 0),
          digits(of.p95, 0),
          digits(of.p99, 0),
          digits(of.subgraphRequests),
          String(of.peakMiB),
        ]),
      ),
    ),
  );

const stagesTable = ({ worlds }: Engines): string => {
  const measured = Object.entries(worlds).filter(([, { stages }]) => stages !== undefined);
  const names = Object.keys(measured[0]?.[1].stages ?? {});
  return table(
    ["stage of the compiled one, % of its CPU", ...measured.map(([world]) => WORLDS[world] ?? world)],
    names.map((name) => [name, ...measured.map(([, { stages }]) => digits(stages![name] ?? 0))]),
  );
};

const againstTable = ({ costs, before, ratios }: Against): string =>
  table(
    [
      "CPU s / 1,000",
      "gateway",
      "services",
      "PostgreSQL",
      "all",
      "all before",
      "ratio",
      "requests/s",
      "before",
      "times",
    ],
    costs.map(({ query, cpu, requestsPerSecond }, index) => [
      query,
      ...["gateway", "services", "postgres", "all"].map((kind) => digits(cpu[kind]!)),
      digits(before[index]!.cpu["all"]!),
      digits(ratios[index]!.cpu, 2),
      digits(requestsPerSecond),
      digits(before[index]!.requestsPerSecond),
      digits(ratios[index]!.requestsPerSecond, 2),
    ]),
  );

interface Imports {
  readonly measuredOn: string;
  readonly rows: number;
  readonly results: Readonly<Record<string, Readonly<Record<string, ImportUse>>>>;
}

interface ImportUse {
  readonly cpuSeconds: number;
  readonly residentMiB: number;
  readonly rowsPerCpuSecond?: number;
}

const importsTable = ({ results: { this: these = {}, against = {} } }: Imports): string =>
  table(
    ["what", "CPU s", "rows / CPU s", "peak MiB", "CPU s before", "rows / CPU s", "peak MiB"],
    Object.entries(these).map(([what, use]) => [
      what,
      ...[use, against[what]].flatMap((of) =>
        of === undefined
          ? ["", "", ""]
          : [digits(of.cpuSeconds, 2), String(of.rowsPerCpuSecond ?? ""), String(of.residentMiB)],
      ),
    ]),
  );

interface Receipts {
  readonly results: {
    readonly answers: readonly {
      readonly rows: number;
      readonly answerBytes: number;
      readonly moreBytes: number;
      readonly writtenUs: number;
      readonly moreUs: number;
      readonly verifiedUs: number;
    }[];
  };
}

const receiptsTable = ({ results: { answers } }: Receipts): string =>
  table(
    ["rows", "bytes of the answer", "more with a receipt", "CPU µs of writing it", "more with a receipt", "verifying"],
    answers.map((of) =>
      [of.rows, of.answerBytes, of.moreBytes, of.writtenUs, of.moreUs, of.verifiedUs].map((value) =>
        value.toLocaleString("en"),
      ),
    ),
  );

const BAR = { left: 110, width: 520, height: 16, gap: 6 };

/** Bars of the CPU that a gateway takes where every request is another viewer's, a group for each case. */
const picture = ({ worlds }: Engines): string => {
  const groups = Object.entries(worlds).map(
    ([world, { unique = {} }]) =>
      [WORLDS[world] ?? world, Object.entries(unique).filter(([name]) => !name.startsWith("no-"))] as const,
  );
  const most = Math.max(...groups.flatMap(([, bars]) => bars.map(([, { gatewayCpuPer1000 }]) => gatewayCpuPer1000)));
  const parts: string[] = [];
  let y = 4;
  for (const [title, bars] of groups) {
    y += 18;
    parts.push(
      `<text x="0" y="${y}" font-weight="bold">${title}: gateway CPU seconds per 1,000 requests, each another viewer's</text>`,
    );
    y += 10;
    for (const [name, { gatewayCpuPer1000: value }] of bars) {
      const width = Math.max(1, Math.round((value / most) * BAR.width));
      parts.push(
        `<text x="${BAR.left - 8}" y="${y + 12}" text-anchor="end">${name}</text>`,
        `<rect x="${BAR.left}" y="${y}" width="${width}" height="${BAR.height}" fill="${name === "compiled" ? "#0b5fa5" : "#9db4c8"}"/>`,
        `<text x="${BAR.left + width + 6}" y="${y + 12}">${digits(value)}</text>`,
      );
      y += BAR.height + BAR.gap;
    }
  }
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="720" height="${y + 8}" font-family="sans-serif" font-size="12" role="img" aria-label="Gateway CPU seconds per 1,000 requests">`,
    `<rect width="100%" height="100%" fill="#ffffff"/>`,
    ...parts,
    "</svg>",
    "",
  ].join("\n");
};

/** The page with its tables, and the picture. */
export const renderPerformance = (): [path: string, text: string][] => {
  const engines = results<Engines>("engines");
  const places = {
    engines: `${enginesTable(engines)}

${stagesTable(engines)}`,
    against: againstTable(results<Against>("below-against")),
    imports: importsTable(results<Imports>("imports")),
    receipts: receiptsTable(results<Receipts>("receipts")),
    shared: againstTable(results<Against>("below-against-shared")),
  };
  return [renderMarked("docs/performance.md", places), ["docs/performance-engines.svg", picture(engines)]];
};
