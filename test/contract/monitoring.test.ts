/** What watches a running graph is whole: each alert has its section in the runbook, each panel its question, each service its target. */
import { existsSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import { projectPath, serviceRegistrations } from "../../platform/config/index.js";
import { alertRules, dashboard, expressions, metricsIn } from "../support/monitoring.js";

const textOf = (file: string): string => readFileSync(projectPath(file), "utf8");

/** Anchors of a page's headings, as they are linked to. */
const anchorsOf = (markdown: string): readonly string[] =>
  [...markdown.matchAll(/^##+ (.+)$/gm)].map(([, heading]) => heading!.toLowerCase().replaceAll(" ", "-"));

describe("alerts", () => {
  const rules = alertRules();

  it.each(rules.map((rule) => [rule.alert, rule] as const))(
    "%s says what is wrong and leads to its section",
    (name, rule) => {
      expect(rule.labels.severity).toMatch(/^(page|ticket)$/);
      expect(rule.annotations.summary).toMatch(/\.$/);
      const [page, anchor] = rule.annotations.runbook.split("#");
      expect(anchor).toBe(name.toLowerCase());
      expect(anchorsOf(textOf(page!))).toContain(anchor);
    },
  );

  it("are named once, and no section is left of one that is gone", () => {
    const names = rules.map(({ alert }) => alert);
    expect(new Set(names).size).toBe(names.length);
    const sections = [...textOf("docs/runbook.md").matchAll(/^### (\w+)$/gm)].map(([, name]) => name);
    expect([...names].sort()).toEqual([...sections].sort());
  });

  it("stand in the runbook's table of symptoms", () => {
    const [table] = textOf("docs/runbook.md").split(/^## Alerts$/m);
    expect(rules.filter(({ alert }) => !table!.includes(`(#${alert.toLowerCase()})`))).toEqual([]);
  });
});

it("what a process is or holds is asked of the gateways alone: services have the same gauges, at nought", () => {
  const gauges = expressions()
    .flatMap(metricsIn)
    .filter(({ name }) => /^(nodejs|process)_|^govgraph_bundle_version$/.test(name));
  expect(gauges.length).toBeGreaterThan(5);
  expect(gauges.filter(({ labels }) => !labels.includes("job"))).toEqual([]);
});

describe("the dashboard", () => {
  const { panels, templating } = dashboard();
  const drawn = panels.filter(({ type }) => type !== "row");

  it("has panels with a question each, of the one source of figures, told apart by their ids", () => {
    expect(drawn.length).toBeGreaterThan(15);
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    for (const { title, description, datasource, targets } of drawn) {
      expect(`${title}: ${description}`).toMatch(/^.+: .+\.$/);
      expect(datasource).toEqual({ type: "prometheus", uid: "prometheus" });
      expect(targets!.length).toBeGreaterThan(0);
      expect(new Set(targets!.map(({ refId }) => refId)).size).toBe(targets!.length);
    }
  });

  it("asks for the choices that it offers, and for no others", () => {
    const offered = templating.list.map(({ name }) => name);
    const asked = drawn.flatMap(({ targets }) =>
      targets!.flatMap(({ expr }) => [...expr.matchAll(/"\$(\w+)"/g)].map(([, name]) => name)),
    );
    expect([...new Set(asked)].sort()).toEqual([...offered].sort());
  });

  it("lies on Grafana's 24 columns, no panel over another", () => {
    const taken = new Set<string>();
    for (const { gridPos } of panels) {
      expect(gridPos.x + gridPos.w).toBeLessThanOrEqual(24);
      for (let x = gridPos.x; x < gridPos.x + gridPos.w; x++)
        for (let y = gridPos.y; y < gridPos.y + gridPos.h; y++) {
          expect(taken.has(`${x} ${y}`)).toBe(false);
          taken.add(`${x} ${y}`);
        }
    }
  });
});

interface Compose {
  readonly services: Readonly<
    Record<string, { readonly profiles?: readonly string[]; readonly volumes?: readonly string[] }>
  >;
}

it("the profile monitoring mounts files that are there, and Prometheus reads every service", () => {
  const { services } = parse(textOf("infra/compose.yml"), { merge: true }) as Compose;
  const watching = Object.entries(services).filter(([, { profiles }]) => profiles?.includes("monitoring"));
  expect(watching.map(([name]) => name)).toEqual(["prometheus", "grafana"]);
  const mounted = watching.flatMap(([, { volumes = [] }]) => volumes.filter((volume) => volume.startsWith("./")));
  expect(mounted.length).toBe(3);
  for (const volume of mounted) expect(existsSync(projectPath(`infra/${volume.split(":")[0]}`))).toBe(true);
  const { scrape_configs: jobs } = parse(textOf("infra/prometheus/prometheus.yml")) as {
    readonly scrape_configs: readonly { job_name: string; static_configs: readonly { targets: readonly string[] }[] }[];
  };
  expect(
    jobs.map(({ job_name, static_configs }) => [job_name, static_configs.flatMap(({ targets }) => targets)]),
  ).toEqual([
    ["govgraph-gateway", ["gateway:4900"]],
    ["govgraph-services", serviceRegistrations().map(({ name, port }) => `${name}:${port}`)],
  ]);
});
