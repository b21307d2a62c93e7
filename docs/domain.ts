/** Renders docs/domain: for each area its entities, state machines, limits and rules, from the tables that the product runs on. */
import { readdirSync, readFileSync } from "node:fs";
import { buildSchema, isEnumType, Kind, parse, type GraphQLSchema, type ObjectTypeDefinitionNode } from "graphql";
import { projectPath, serviceRegistrations } from "../platform/config/index.js";
import { limitRule, limitRules, sealingLaws, workCalendarYears, type LimitRule } from "../platform/domain/index.js";
import { SUBGRAPHS } from "../schema/subgraph-definitions.js";
import { parseSeverityRules } from "../subgraphs/credit/severity-rule/severity-rule-file.js";
import { SEVERITY_RULE_LAW } from "../subgraphs/credit/severity-rule/severity-rule.law.js";
import { sealingRule } from "../subgraphs/credit/counterparty/sealed.js";
import { TRANSIT_DAYS } from "../subgraphs/funds/reconciliation/reconcile.js";
import { BANDS } from "../subgraphs/funds/performance/performance.status.js";
import {
  sanctionMonths,
  type SanctionLevel,
} from "../subgraphs/intermediary/intermediary-sanction/intermediary-sanction.machine.js";
import { QUALITY_RULES } from "../subgraphs/matters/matter/matter.quality.js";
import { MOST_STARS_OF_BAD } from "../subgraphs/matters/service-rating/service-rating.status.js";
import { CASE_CLOCK } from "../subgraphs/matters/service-case/service-case.status.js";
import { RECORDED_KINDS } from "../subgraphs/matters/monitor-alert/monitor-alert.status.js";
import { splitDescription } from "./glossary.js";
import { spanOf } from "./law-tables.js";
import { GENERATED, table } from "./markdown.js";
import { picture, STATE_HEADER, stateRows, TRANSITION_HEADER, transitionRows } from "../platform/machine/index.js";
import { MACHINES, type PlacedMachine } from "./state-machines.js";

/** Name of a service, which is an area of the domain. */
type Area = string;
const AREAS: ReadonlyMap<Area, string> = new Map(
  serviceRegistrations().map(({ name, title }) => [name, title ?? name]),
);

const publicSchema = (): GraphQLSchema =>
  buildSchema(readFileSync(projectPath("schema/public.graphql"), "utf8"), { assumeValidSDL: true });

const halves = (description: string | null | undefined): { english: string; chinese: string } =>
  splitDescription(description) ?? { english: description?.trim() ?? "", chinese: "" };

const valuesOf = (schema: GraphQLSchema, name: string): { name: string; english: string; chinese: string }[] => {
  const type = schema.getType(name);
  if (!isEnumType(type)) throw new Error(`The public schema has no enumeration ${name}.`);
  return type.getValues().map((value) => ({ name: value.name, ...halves(value.description) }));
};

const valueTable = (schema: GraphQLSchema, name: string): string => {
  const { english, chinese } = halves(schema.getType(name)?.description);
  return `### ${english} ${chinese}\n\n\`${name}\` in the graph.\n\n${table(
    ["value", "中文", "English"],
    valuesOf(schema, name).map((value) => [`\`${value.name}\``, value.chinese, value.english]),
  )}`;
};

/** A machine as it is defined: picture, states, and what leads from one to the other. */
const machineSection = (schema: GraphQLSchema, { table: name, file, machine }: PlacedMachine): string => {
  const inGraph = valuesOf(schema, machine.name).map((value) => value.name);
  const states = Object.keys(machine.states);
  if (inGraph.join() !== states.join()) throw new Error(`${name} has other states than ${machine.name} in the graph.`);
  return [
    `### ${machine.title}`,
    `\`${machine.name}\` in the graph; \`${name}\` in [${file}](../../subgraphs/${file}).${
      machine.computed === undefined ? "" : `\n${machine.computed}`
    }`,
    `\`\`\`mermaid\n${picture(machine)}\n\`\`\``,
    table(STATE_HEADER, stateRows(machine)),
    table(TRANSITION_HEADER, transitionRows(machine)),
  ].join("\n\n");
};

/** Rules of an area as the code names them: where a file says L23, all of L23 are meant. */
const limitsNamedIn = (area: Area): Map<LimitRule, string[]> => {
  const named = new Map<LimitRule, string[]>();
  const files = readdirSync(projectPath(`subgraphs/${area}`), { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".ts") && !/^(seeds|migrations)\//.test(file))
    .sort();
  for (const file of files) {
    const ids = new Set(
      readFileSync(projectPath(`subgraphs/${area}/${file}`), "utf8").match(/\b(L\d{2}|[MO](?=-))(-[A-Z0-9]+)*\b/g) ??
        [],
    );
    for (const rule of limitRules())
      if (ids.has(rule.id) || ids.has(rule.id.split("-")[0]!)) named.set(rule, [...(named.get(rule) ?? []), file]);
  }
  return new Map([...named].sort(([a], [b]) => (a.id < b.id ? -1 : 1)));
};

const limitCells = (rule: LimitRule): string[] => [
  rule.id,
  rule.trigger.en,
  spanOf(rule),
  rule.extension === undefined ? "" : `${rule.extension.amount}, by ${rule.extension.approver.en}`,
  rule.excludes.join(", ").toLowerCase().replaceAll("_", " "),
  rule.basisClause,
  rule.validFrom,
];
const LIMIT_HEADER = ["limit", "from → to", "span", "may be extended by", "does not count", "law and article", "since"];

const limits = (area: Area): string => {
  const named = limitsNamedIn(area);
  const national =
    named.size === 0
      ? "No limit of the table runs here."
      : table(
          [...LIMIT_HEADER, "named in"],
          [...named].map(([rule, files]) => [
            ...limitCells(rule),
            files.map((file) => file.split("/").pop()!).join(", "),
          ]),
        );
  return `## Limits\n\nFrom \`platform/domain/law/limits.json\`; the working-day calendar is that of the State Council.\n\n${national}`;
};

interface Entity {
  readonly name: string;
  readonly keys: readonly string[];
  readonly description: string;
}

const keysOf = ({ directives = [] }: ObjectTypeDefinitionNode): string[] =>
  directives
    .filter(({ name }) => name.value === "key")
    .flatMap(({ arguments: given = [] }) =>
      given.flatMap(({ name, value }) => (name.value === "fields" && value.kind === Kind.STRING ? [value.value] : [])),
    );

const entitiesOf = (area: Area): Entity[] => {
  const owned = new Set<string>(SUBGRAPHS.find(({ name }) => name === area)?.owns ?? []);
  return parse(readFileSync(projectPath(`schema/subgraphs/${area}.graphql`), "utf8")).definitions.flatMap((node) =>
    node.kind === Kind.OBJECT_TYPE_DEFINITION && owned.has(node.name.value)
      ? [{ name: node.name.value, keys: keysOf(node), description: node.description?.value ?? "" }]
      : [],
  );
};

const entities = (area: Area): string =>
  `## Entities\n\nOwned by this area; other areas link to them by key.\n\n${table(
    ["entity", "key", "中文", "what it is"],
    entitiesOf(area).map(({ name, keys, description }) => {
      const { english, chinese } = halves(description);
      return [`\`${name}\``, keys.map((key) => `\`${key}\``).join(" or "), chinese, english];
    }),
  )}`;

/** Whether the clock runs in each state of a case. */
const clocks = (schema: GraphQLSchema): string =>
  `### Clock of a case 办件计时\n\n\`CASE_CLOCK\` in [service-case.status.ts](../../subgraphs/matters/service-case/service-case.status.ts): the limit runs from acceptance to completion. STOPPED: the case ended without a decision, so that no limit is met or missed.\n\n${table(
    ["state", "中文", "clock"],
    valuesOf(schema, "CaseState").map(({ name, chinese }) => [
      `\`${name}\``,
      chinese,
      CASE_CLOCK[name as keyof typeof CASE_CLOCK],
    ]),
  )}`;

/** How long each level of a sanction bars from bidding. */
const sanctionSpans = (schema: GraphQLSchema): string =>
  `### How long a sanction bars 惩戒期限\n\n\`MARKET-SANCTION\` in [procedures.json](../../platform/domain/law/procedures.json); \`BARRING_LEVELS\` are those under which an agency may not bid (N5).\n\n${table(
    ["level", "中文", "months"],
    valuesOf(schema, "SanctionLevel").map(({ name, chinese }) => [
      `\`${name}\``,
      chinese,
      sanctionMonths(name as SanctionLevel).join(", ") || "does not bar from bidding",
    ]),
  )}`;

/** Kinds of recorded alerts with what follows from each. */
const anomalies = (schema: GraphQLSchema): string =>
  `### Kinds of alerts 异常情形\n\n\`RECORDED_KINDS\`: type, level and light follow from the kind; those of TIME_LIMIT from the computed light.\n\n${table(
    ["kind", "中文", "English", "type", "level", "light"],
    valuesOf(schema, "AlertKind").map(({ name, chinese, english }) => {
      const { anomaly, level, light } = RECORDED_KINDS[name as keyof typeof RECORDED_KINDS] ?? {};
      return [`\`${name}\``, chinese, english, anomaly ?? "TIME_LIMIT", level ?? "by light", light ?? "computed"];
    }),
  )}`;

const quality = (): string =>
  `### Publishing gate 发布校验\n\n\`QUALITY_RULES\` in [matter.quality.ts](../../subgraphs/matters/matter/matter.quality.ts): contradictions in a matter's data, computed and never stored.\n\n${table(
    ["rule", "severity", "中文", "English"],
    QUALITY_RULES.map(({ rule, severity, message }) => [`\`${rule}\``, severity, message.zh, message.en]),
  )}`;

const severities = (): string =>
  `### How long a penalty stays public 公示期限\n\nThe national rules of [severity-rules.json](../../platform/domain/law/severity-rules.json); that of a system in a place and a regulator's own are others, and the only ones by which a minor penalty is published: for three months at most. Law: that of the limit of the same name.\n\n${table(
    [
      "rule",
      "severity",
      "kinds that make it so",
      "fine from",
      "simple procedure",
      "months",
      "duty not performed",
      "law",
    ],
    parseSeverityRules("severity-rules.json", SEVERITY_RULE_LAW.shipped()).rules.map((rule) => [
      rule.id,
      rule.severity,
      rule.kinds.join(", "),
      rule.fineFrom === undefined ? "" : `${rule.fineFrom} yuan`,
      rule.simpleProcedure ? "yes" : "",
      rule.maxMonths === 0 ? "not published" : `${rule.minMonths} to ${rule.maxMonths}`,
      rule.whenUnperformed === "ENDS" ? "" : "until it is performed",
      limitRule(rule.id).basisClause,
    ]),
  )}\n\n### Publication 双公示\n\nA decision is published within ${limitRule("L12").amount} working days (L12); a later one is late, and one that is not published is late from then on ([publication.status.ts](../../subgraphs/credit/publication/publication.status.ts)).`;

const sealed = (): string =>
  `### Records that a law seals 依法封存\n\n[sealing-laws.json](../../platform/domain/law/sealing-laws.json), by [sealed.ts](../../subgraphs/credit/counterparty/sealed.ts): given to nobody, counted nowhere, quarantined by imports.\n\n${table(
    ["law", "what", "title", "number", "article", "since", "confirmed", "rule in quarantine"],
    sealingLaws().map((law) => [
      `\`${law.id}\``,
      law.what.en,
      law.title,
      law.number,
      law.article,
      law.validFrom,
      law.verified ? "yes" : "**no**",
      `\`${sealingRule(law)}\``,
    ]),
  )}`;

const bands = (schema: GraphQLSchema): string => {
  const terms = new Map(valuesOf(schema, "PerformanceBand").map((value) => [value.name, value]));
  return `### Bands of performance 绩效等级\n\n\`BANDS\` in [performance.status.ts](../../subgraphs/funds/performance/performance.status.ts): no states that follow each other, but what a score is called.\n\n${table(
    ["band", "中文", "English", "score from"],
    BANDS.map(({ band, from }) => [`\`${band}\``, terms.get(band)!.chinese, terms.get(band)!.english, String(from)]),
  )}`;
};

const calendar = (): string =>
  `### Working-day calendar 工作日历\n\nYears whose holidays the General Office of the State Council has published; in other years a deadline is provisional and has no light.\n\n${table(
    ["year", "days off that are named", "weekend days that are worked"],
    workCalendarYears().map(({ year, holidays, makeupDays }) => [
      String(year),
      String(holidays.length),
      String(makeupDays.length),
    ]),
  )}`;

const rules = (schema: GraphQLSchema, area: Area): readonly string[] =>
  ({
    matters: [
      clocks(schema),
      quality(),
      anomalies(schema),
      ...["AlertLevel", "AnomalyType", "SupervisionDocument", "RatingStage", "RatingChannel", "Moderation"].map(
        (name) => valueTable(schema, name),
      ),
      `### Bad ratings 差评\n\nA rating of at most ${MOST_STARS_OF_BAD} stars is bad and is put right within the limit L22 ([service-rating.status.ts](../../subgraphs/matters/service-rating/service-rating.status.ts)).`,
    ],
    intermediary: [sanctionSpans(schema), valueTable(schema, "FindingRule")],
    credit: [severities(), sealed(), valueTable(schema, "ListKind")],
    funds: [
      valueTable(schema, "ReconciliationRule"),
      `Money on its way for more than ${TRANSIT_DAYS} days is a difference of B2 (\`TRANSIT_DAYS\`).`,
      bands(schema),
      valueTable(schema, "AssistanceCategory"),
    ],
    reference: [calendar()],
  })[area] ?? [];

const page = (schema: GraphQLSchema, area: Area): string => {
  const machines = MACHINES.filter((machine) => machine.area === area);
  const own = rules(schema, area);
  return `${[
    `# ${AREAS.get(area)}`,
    GENERATED,
    `What is closed here: [negative list](../negative-list.md). How the service is built: [README](../../subgraphs/${area}/README.md). [All areas](README.md).`,
    entities(area),
    ...(machines.length === 0 ? [] : ["## States", ...machines.map((machine) => machineSection(schema, machine))]),
    limits(area),
    ...(own.length === 0 ? [] : ["## Rules", ...own]),
  ].join("\n\n")}\n`;
};

const overview = (): string => {
  const areas = [...AREAS.keys()];
  const users = new Map(areas.map((area) => [area, limitsNamedIn(area)]));
  const pages = areas.map((area) => [
    `[${AREAS.get(area)}](${area}.md)`,
    entitiesOf(area)
      .map(({ name }) => `\`${name}\``)
      .join(", "),
    MACHINES.filter((machine) => machine.area === area)
      .map(({ machine }) => machine.title)
      .join(", "),
  ]);
  const rows = limitRules().map((rule) => [
    ...limitCells(rule),
    areas.filter((area) => users.get(area)!.has(rule)).join(", ") || "none yet",
  ]);
  return `# The domain\n\n${GENERATED}\n\nEntities, states, limits and rules, area by area, from the tables that the product runs on. Terms: [glossary](../glossary.md).\n\n${table(
    ["area", "entities", "state machines"],
    pages,
  )}\n\n## Limits\n\n${table([...LIMIT_HEADER, "area that names it"], rows)}\n`;
};

/** The pages of docs/domain by path. */
export const renderDomain = (): readonly (readonly [string, string])[] => {
  const schema = publicSchema();
  return [
    ["docs/domain/README.md", overview()],
    ...[...AREAS.keys()].map((area) => [`docs/domain/${area}.md`, page(schema, area)] as const),
  ];
};
