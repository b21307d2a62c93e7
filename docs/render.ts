/** Renders the generated documents from the tables that the product runs on. */
import { readFileSync } from "node:fs";
import { z } from "zod";
import { GATEWAY_VARIABLES } from "../gateway/config.js";
import { CALL_CAUSES } from "../gateway/upstream/call-failure.js";
import { COMMAND_VARIABLES, DATABASE_VARIABLES, START_VARIABLES } from "../commands/command-variables.js";
import { CONNECT_VARIABLES } from "../commands/partner/connect/connect-variables.js";
import { REGISTRY_VARIABLES } from "../commands/partner/registry-variables.js";
import { ISSUER_VARIABLES } from "../infra/local/issuer/issuer-variables.js";
import { KEYCLOAK_RUN_VARIABLES } from "../infra/keycloak/keycloak-variables.js";
import { projectPath, type ConfigTable } from "../platform/config/index.js";
import { ERROR_CODES } from "../platform/errors/index.js";
import { MASK_TEXTS, REASON_TEXTS, REASONS, TIER_TEXTS } from "../platform/disclosure/vocabulary/index.js";
import { negativeList, opennessOf, loadPolicy } from "../platform/disclosure/table/index.js";
import { mappingSchema, type FieldContent, type ImportKind } from "../platform/import/index.js";
import { subgraphVariables } from "../platform/subgraph/index.js";
import { SUBGRAPHS } from "../schema/subgraph-definitions.js";
import { renderDemonstration } from "./demonstration.js";
import { renderDomain } from "./domain.js";
import { glossaryRows } from "./glossary.js";
import { identity } from "./identity.js";
import { renderExport } from "./export.js";
import { renderReading } from "./import-reading.js";
import { renderConnect } from "./connect.js";
import { renderClauses } from "./clauses.js";
import { renderLaw } from "./law.js";
import { renderLimits } from "./limits.js";
import { renderLogEvents } from "./log-events.js";
import { GENERATED, table } from "./markdown.js";
import { renderMarked } from "./marked.js";
import { renderPerformance } from "./performance.js";
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
  ["commands", { ...DATABASE_VARIABLES, ...COMMAND_VARIABLES }],
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

/** What a field's content means for its values. */
const HELD: Readonly<Partial<Record<FieldContent, string>>> = {
  NAME: " A person's is never repeated in quarantine or report.",
  PERSON: " Personal: never repeated in quarantine or report.",
  PERSON_NAME: " Personal: never repeated in quarantine or report.",
  INTERNAL: " Personal: never repeated in quarantine or report.",
};

const kindSection = ({ kind, fields, groups }: ImportKind): string =>
  `## ${kind}\n\n${groups === undefined ? "" : `${groups.doc}\n\n`}${table(
    ["field", "what", "columns that are known", "required"],
    Object.entries(fields).map(([field, { doc, columns, required, holds }]) => [
      `\`${field}\``,
      `${doc}${HELD[holds ?? "TEXT"] ?? ""}`,
      columns.join(", "),
      required ? "yes" : "",
    ]),
  )}`;

const imports = (): string =>
  `# Import\n\n${GENERATED}\n\n\`npm run import -- <kind> <file> [--mapping <file>] [--dry-run] [--allow-quarantine] [--report <file>] [--sheet <sheet>] [--header-row <row>] …\`

Workbooks, text with separators, JSON, XML and HTML tables [as agencies have them](#what-files-are-read). The whole file is read and checked first: a broken
file loads nothing. Then rows are loaded in chunks, a transaction each. A row that can not be accepted goes to the table \`import_quarantine\` of its service and to a
report with line, column, value, rule and remedy. What to look at in a row that is loaded all the same is a notice: the report has it with the outcome \`NOTICE\`,
the exit status does not. The same file again changes nothing; a changed row becomes a new version. Values such as 无, -, / are taken for
empty. Organisations are matched by identifier, never by name. Where rows stand or fall together, a group with one bad row, or that does not add up, is quarantined
whole. Identity numbers are stored as a keyed hash alone (\`GOVGRAPH_SUBJECT_KEY\`: the key by which your identity provider makes \`subject_hash\`; without it a file with identity numbers of persons is refused), accounts by their last four characters.
Ids of licences and penalties are minted: a hash with a key of your own (\`GOVGRAPH_RECORD_KEYS\`) finds the record at its next import, and nobody can make an id from what a
record says. To change that key, put the new one in front of the old one; \`npm run refresh\` says when the old one is no longer used. Keep it with the backup: without it an import
is refused. The last line is \`read=… accepted=… unchanged=… quarantined=… scrubbed=… unpublished=…\`; the exit status is 0 if nothing was
quarantined, or with \`--allow-quarantine\`. Where no first line names a known column, where a file is broken and where the database refuses, the message repeats no value.

What the law says is no agency's export: \`npm run import -- work-calendar <file>\` puts a year into force the day its notice appears, \`time-limits\` a limit that changed, \`procedures\` what a step rests on, \`legal-bases\` laws and their rank, \`severity-rules\` how grave a breach is ([the law as data](law.md)), \`budget-codes\` the tables of a year ([classification](reference/rules.md#classification)).
Nor are changes of divisions: \`npm run import -- divisions <file>\` adds them as a whole or not at all ([divisions as of a day](../subgraphs/reference/README.md#divisions-as-of-a-day)).

${renderReading()}

## What is personal leaves the texts

Exports hold identity numbers, phones, homes, accounts and names in the middle of their texts. A file that does is loaded; before a row is looked at, one scrubber
(\`platform/domain/scrubber\`, rules as data) takes them out. Each text that it changed is an entry of the report with the outcome \`SCRUBBED\`, line, column and the kinds
that were found, never the value; \`scrubbed\` of the last line counts them. Take them out at the source: what is left out here may stand in the agency's own publication.

- **Identity numbers** become \`[证件号码已隐去]\`: eighteen characters that check (GB 11643), also with blanks, hyphens or invisible characters between them, in full width or
  in Chinese digits; mistyped ones of grown persons, unless they are credit codes or stand behind the name of a public number (许可证编号 …); fifteen digits of the older form
  that are no business registration number (GS 15); numbers with stars; and what follows 身份证号, 驾驶证号 (the number of a driving licence is the identity number), 档案编号, 护照 and so on.
- **Accounts** (\`[账号已隐去]\`): behind 账号, 卡号 and so on, and numbers of cards (UnionPay and others, Luhn), of persons and of bodies.
- **Phones** (\`[电话已隐去]\`): every mobile number; landlines in records of natural persons, or where the text says 家庭电话, 其电话 and so on. Landlines of agencies and bodies stay.
- **Contacts** (\`[联系方式已隐去]\`): e-mail addresses, those of \`gov.cn\` outside records of persons excepted; accounts of WeChat and QQ, public accounts (公众号) excepted.
- **Homes** become stars below the county or district: behind 住址, 户籍地, 住 and so on, and flats (栋 单元 室); in records of natural persons every house with its number. Places of a breach without
  a house number, and addresses of bodies, stay.
- **Names**: that of the natural person a row is about, of the operator of an individually-owned business and of the head of an unincorporated body becomes its mask (赵**) in every text and code of the row, also
  with blanks or a dot inside; so do names behind 受害人, 证人, 联系人 and so on, and before 男, 女, 出生 and the like. A name of two characters that is part of a longer word, or an ordinary word
  beside which nothing speaks of a person (手段高明), stays. Nobody else is recognised by name alone: a name without any sign that it is one stays.
- **Codes**: a number that checks as an identity number leaves a column of codes, unless it also checks as a credit code where one is expected. Where the row can not do without that code it is quarantined
  (\`RESIDENT_ID_AS_CODE\`). No identity number is ever part of an id.

Quarantine, report and console repeat of a row only what the same scrubber leaves, more strictly: columns may have slipped.

## Whose age is not known

Records of minors are sealed. A row about a natural person without identity number is loaded and not published: no list, count, statistic, lookup or feed has it; its agency and its supervisors do, as archived.
It is an entry of the report with the outcome \`NOT_PUBLISHED\` and the reason \`AGE_UNKNOWN\`, and the last line counts it: \`unpublished=2 (AGE_UNKNOWN=2)\`. It is published where a column gives the day of birth
(\`birthDate\`) or says that they are of age (\`ofAge\`), or where the agency declares it for the whole file in the mapping: \`"constants": { "ofAge": "是" }\`. A number or day of birth of a minor stands
above any declaration: the row is refused (\`MINOR_NEVER_PUBLISHED\`). An individually-owned business with a credit code is a body: it is published, with the name of whoever runs it masked.

## What may not be published

- A minor penalty (轻微) is loaded and not published, as NDRC order 36 says since 2026-04-01: its parties alone read it, it is never late, and a day of publicity that the file gives is said in the report and not kept
  (\`NOT_PUBLISHED\`, \`MINOR_NOT_PUBLISHED\`). Where the regulator's own rule publishes them, for three months at most, it is loaded with \`npm run import -- severity-rules <file>\` (\`whenUnperformed\` ENDS, because at most is at most); load the records again once it is there.
- A record that a law seals is refused: a minor's (\`MINOR_NEVER_PUBLISHED\`), and one of public security (\`SEALED_BY_LAW\`, 治安管理处罚法 第一百三十六条). The latter is shown by the legal basis; what the police decided without a basis
  that names another law can not be shown to be open, so give the basis. What an earlier import loaded of such a row is sealed: nobody reads it any more. The refusal holds law and article and nothing of the row.

## Mapping

A mapping file names what is not known by itself:

\`\`\`json
{
  "source": "guangan",
  "columns": { "taskName": "名称", "taskCode": ["编码一", "编码二"] },
  "constants": { "division": "511602" },
  "codes": { "taskType": { "甲类": "01" } }
}
\`\`\`

Its JSON Schema is [import-mapping.schema.json](import-mapping.schema.json).\n\n${SUBGRAPHS.flatMap(({ imports: kinds }) => (kinds ?? []).map(kindSection)).join("\n\n")}\n`;

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
export const renderDocuments = (): ReadonlyMap<string, string> =>
  new Map([
    ["docs/errors.md", errors()],
    ["docs/demonstration.md", renderDemonstration()],
    ["docs/identity.md", identity()],
    ["docs/law.md", renderLaw()],
    ["docs/clauses.md", renderClauses()],
    ["docs/limits.md", renderLimits()],
    ["docs/log-events.md", renderLogEvents()],
    ["docs/configuration.md", configuration()],
    ["docs/import.md", imports()],
    ["docs/export.md", renderExport()],
    ["docs/negative-list.md", negativeListDocument()],
    ["docs/import-mapping.schema.json", `${JSON.stringify(z.toJSONSchema(mappingSchema), null, 2)}\n`],
    ["docs/glossary.md", glossary()],
    ...renderDomain(),
    ...renderServices(),
    ...renderPerformance(),
    ...renderWire(),
    renderConnect(),
    renderMarked("docs/operations.md", {
      causes: table(
        ["cause", "what it says"],
        Object.entries(CALL_CAUSES).map(([cause, meaning]) => [`\`${cause}\``, meaning]),
      ),
    }),
    [".env.example", environment()],
  ]);
