/** Renders the generated documents from the tables that the product runs on. */
import { readFileSync } from "node:fs";
import { z } from "zod";
import { GATEWAY_VARIABLES } from "../gateway/config.js";
import { CALL_CAUSES } from "../gateway/upstream/call-failure.js";
import { COMMAND_VARIABLES, DATABASE_VARIABLES, START_VARIABLES } from "../commands/command-variables.js";
import { REALM_VARIABLES } from "../commands/realm/realm-variables.js";
import { CONNECT_VARIABLES } from "../commands/partner/connect/connect-variables.js";
import { REGISTRY_VARIABLES } from "../commands/partner/registry-variables.js";
import { ISSUER_VARIABLES } from "../infra/local/issuer/issuer-variables.js";
import { KEYCLOAK_RUN_VARIABLES } from "../infra/keycloak/keycloak-variables.js";
import { WORKER_VARIABLES } from "../commands/worker-variables.js";
import { projectPath, type ConfigTable } from "../platform/config/index.js";
import { ERROR_CODES } from "../platform/errors/index.js";
import { MASK_TEXTS, REASON_TEXTS, REASONS, TIER_TEXTS } from "../platform/disclosure/vocabulary/index.js";
import { negativeList, opennessOf, loadPolicy } from "../platform/disclosure/table/index.js";
import { mappingSchema } from "../platform/import/index.js";
import { subgraphVariables } from "../platform/subgraph/index.js";
import { SUBGRAPHS } from "../schema/subgraph-definitions.js";
import { renderDemonstration } from "./demonstration.js";
import { renderDomain } from "./domain.js";
import { glossaryRows } from "./glossary.js";
import { identity } from "./identity.js";
import { renderExport } from "./export.js";
import { renderClients } from "./clients.js";
import { renderConnect } from "./connect.js";
import { renderClauses } from "./clauses.js";
import { renderImports } from "./imports.js";
import { renderLaw } from "./law.js";
import { renderLimits } from "./limits.js";
import { renderLogEvents } from "./log-events.js";
import { GENERATED, table } from "./markdown.js";
import { renderMarked } from "./marked.js";
import { renderPerformance } from "./performance.js";
import { renderShowcase } from "./showcase.js";
import { renderServices } from "./services.js";
import { renderWire } from "./wire-vectors.js";

const errors = (): string =>
  `# Errors\n\n${GENERATED}\n\nEvery error of an answer has \`extensions.code\`: one of these, or GraphQL's own \`GRAPHQL_PARSE_FAILED\`, \`GRAPHQL_VALIDATION_FAILED\`.
No message holds a host, a path, SQL or a value that a caller sent. Messages are English, or Chinese by \`Accept-Language\`.

The status is that of the table where a request is refused before anything was executed. Beyond it: another method is 405, another type of body 415 and an answer in a
type that nobody gives 406, all with \`BAD_USER_INPUT\`. Once something was executed the status is 200, whatever is missing: \`errors\` says so, path by path. A client that reads
\`application/json\` alone gets 200 also for a document or variables that GraphQL refuses (GraphQL over HTTP); ask for \`application/graphql-response+json\` to get 400.\n\n${table(
    ["code", "meaning", "HTTP status where nothing was executed", "may succeed later", "English", "中文"],
    Object.entries(ERROR_CODES).map(([code, { meaning, httpStatus, retryable, message }]) => [
      `\`${code}\``,
      meaning,
      String(httpStatus),
      retryable ? "yes" : "no",
      message.en,
      message.zh,
    ]),
  )}\n`;

/** Every process and command with its variables: what is read of an environment stands here. */
export const processes = (): [string, ConfigTable][] => [
  ["gateway", GATEWAY_VARIABLES],
  ...SUBGRAPHS.map((definition): [string, ConfigTable] => [definition.name, subgraphVariables(definition)]),
  ["npm start", START_VARIABLES],
  ["the services of npm start (set by it)", ISSUER_VARIABLES],
  ["npm run keycloak", KEYCLOAK_RUN_VARIABLES],
  ["npm run partner", REGISTRY_VARIABLES],
  ["npm run partner -- connect serve", CONNECT_VARIABLES],
  ["worker", WORKER_VARIABLES],
  ["commands", { ...DATABASE_VARIABLES, ...COMMAND_VARIABLES }],
  ["npm run realm", REALM_VARIABLES],
];

const defaultOf = ({ fallback, developmentOnly }: ConfigTable[string]): string =>
  fallback === undefined
    ? "required"
    : `\`${fallback}\`${developmentOnly ? " (development; production sets its own)" : ""}`;

const configuration = (): string =>
  `# Configuration\n\n${GENERATED}\n\nEach process reads its variables once, at its start; what is missing or malformed is reported together and the process exits 1.
\`npm start\` derives those of its processes; what is set is passed on to them.\n\n${processes()
    .map(
      ([name, variables]) =>
        `## ${name}\n\n${table(
          ["variable", "meaning", "default", "secret"],
          Object.entries(variables).map(([variable, entry]) => [
            `\`${variable}\``,
            entry.doc,
            defaultOf(entry),
            entry.secret ? "yes" : "",
          ]),
        )}`,
    )
    .join("\n\n")}\n`;

/** The tables with each variable where it comes first; one that stands for several is left to those. */
const onceEach = (): [string, ConfigTable][] => {
  const seen = new Set<string>();
  const isNew = (name: string): boolean => /^\w+$/.test(name) && !seen.has(name) && seen.add(name).has(name);
  return processes().map(([name, variables]) => [
    name,
    Object.fromEntries(Object.entries(variables).filter(([variable]) => isNew(variable))),
  ]);
};

const environment = (): string =>
  `# Generated by npm run docs. Every variable of every process; those that are commented out have the shown default.\n${onceEach()
    .map(
      ([name, variables]) =>
        `\n# ${name}\n${Object.entries(variables)
          .map(
            ([variable, { doc, fallback }]) =>
              `# ${doc}\n${fallback === undefined ? `${variable}=` : `# ${variable}=${fallback}`}`,
          )
          .join("\n")}`,
    )
    .join("\n")}\n`;

const glossary = (): string =>
  `# Glossary 术语表\n\n${GENERATED}\n\nThe terms of the graph, from the descriptions in [schema/public.graphql](../schema/public.graphql).\n\n${table(
    ["中文", "English", "in the graph"],
    glossaryRows(readFileSync(projectPath("schema/public.graphql"), "utf8")),
  )}\n`;

const bilingual = ({ en, zh }: { readonly en: string; readonly zh: string }): string => `${en} ${zh}`;

const negativeListDocument = (): string => {
  const policy = loadPolicy();
  const chinese = negativeList(policy, "zh");
  const rows = negativeList(policy, "en").map((row, index) => [
    `\`${row.type}.${row.field}\``,
    row.subgraph,
    [...row.tier.map((tier) => bilingual(TIER_TEXTS[tier])), ...row.requires].join("; "),
    bilingual(REASON_TEXTS[row.reason]),
    `${row.basis} ${chinese[index]!.basis}`,
    row.until ?? "",
    row.mask ? bilingual(MASK_TEXTS[row.mask]) : "",
    bilingual(row.owner),
  ]);
  const shares = opennessOf(policy).map(({ subgraph, owner, fields, open, percent }) => [
    subgraph,
    bilingual(owner),
    String(fields),
    String(open),
    `${percent} %`,
  ]);
  return `# Negative list 不予公开清单\n\n${GENERATED}\n\nOpenness is the norm and non-openness the exception: every field that is not listed is open to everyone, without a token.
The same list is in the graph (\`negativeList\`) and at \`/negative-list\` of the gateway, where what is overdue for review is marked. How fields get here:
[disclosure.md](disclosure.md).

公开为常态、不公开为例外：未列入的字段均向所有人公开，无需登录。\n\n${table(
    [
      "field 字段",
      "service 服务",
      "read by 可查看者",
      "reason 理由",
      "legal basis 依据",
      "review by 复审期限",
      "mask 脱敏",
      "owner 责任单位",
    ],
    rows,
  )}\n\n## Share of open fields 公开比例\n\nFields of all types; roots, connections, edges and page information are not counted.\n\n${table(
    ["service 服务", "owner 责任单位", "fields 字段数", "open 公开", "share 比例"],
    shares,
  )}\n\n## Reasons 理由\n\n${table(
    ["reason", "English", "中文", "article of the Regulations on Open Government Information (2019)"],
    REASONS.map((reason) => [
      `\`${reason}\``,
      REASON_TEXTS[reason].en,
      REASON_TEXTS[reason].zh,
      String(REASON_TEXTS[reason].article),
    ]),
  )}\n`;
};

/** Every generated document by path. */
export const renderDocuments = async (): Promise<ReadonlyMap<string, string>> =>
  new Map([
    ["docs/errors.md", errors()],
    ["docs/demonstration.md", renderDemonstration()],
    ["docs/identity.md", identity()],
    ["docs/law.md", renderLaw()],
    ["docs/clauses.md", renderClauses()],
    ["docs/limits.md", renderLimits()],
    ["docs/log-events.md", renderLogEvents()],
    ["docs/configuration.md", configuration()],
    ["docs/import.md", renderImports()],
    ["docs/export.md", renderExport()],
    ["docs/negative-list.md", negativeListDocument()],
    ["docs/import-mapping.schema.json", `${JSON.stringify(z.toJSONSchema(mappingSchema), null, 2)}\n`],
    ["docs/glossary.md", glossary()],
    ...renderDomain(),
    ...renderServices(),
    ...renderPerformance(),
    ...renderWire(),
    ...renderClients(),
    await renderShowcase(),
    renderConnect(),
    renderMarked("docs/operations.md", {
      causes: table(
        ["cause", "what it says"],
        Object.entries(CALL_CAUSES).map(([cause, meaning]) => [`\`${cause}\``, meaning]),
      ),
    }),
    [".env.example", environment()],
  ]);
