/** The alert rules and the dashboard, and the metrics that they name. */
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { projectPath } from "../../platform/config/index.js";

/** An alert of infra/prometheus/alerts.yml. */
export interface AlertRule {
  readonly alert: string;
  readonly expr: string;
  readonly labels: { readonly severity: string };
  readonly annotations: { readonly summary: string; readonly runbook: string };
}

/** A panel of the dashboard; a row has no targets. */
export interface Panel {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly description?: string;
  readonly datasource?: unknown;
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly targets?: readonly { readonly refId: string; readonly expr: string }[];
}

/** Grafana's model of a dashboard, as far as tests read it. */
export interface Dashboard {
  readonly panels: readonly Panel[];
  readonly templating: {
    readonly list: readonly { readonly name: string; readonly query: { readonly query: string } }[];
  };
}

/** All alerts. */
export const alertRules = (): readonly AlertRule[] =>
  (
    parse(readFileSync(projectPath("infra/prometheus/alerts.yml"), "utf8")) as {
      readonly groups: readonly { readonly rules: readonly AlertRule[] }[];
    }
  ).groups.flatMap(({ rules }) => rules);

/** The dashboard. */
export const dashboard = (): Dashboard =>
  JSON.parse(readFileSync(projectPath("infra/grafana/dashboards/govgraph.json"), "utf8")) as Dashboard;

/** All that alerts, panels and choices ask of Prometheus. */
export const expressions = (): readonly string[] => {
  const { panels, templating } = dashboard();
  return [
    ...alertRules().map(({ expr }) => expr),
    ...panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr)),
    ...templating.list.map(({ query }) => query.query),
  ];
};

/** Metrics that an expression names, with the labels by which it chooses among their series. */
export const metricsIn = (
  expression: string,
): readonly { readonly name: string; readonly labels: readonly string[] }[] =>
  [...expression.matchAll(/\b((?:govgraph|nodejs|process)_\w+)(?:\{([^}]*)\})?/g)].map(([, name, chosen = ""]) => ({
    name: name!,
    labels: [...chosen.matchAll(/(\w+)(?==|!)/g)].map(([, label]) => label!),
  }));
