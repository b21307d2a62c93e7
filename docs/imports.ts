/** The page of imports, from the kinds and their fields. */
import type { FieldContent, ImportKind } from "../platform/import/index.js";
import { SUBGRAPHS } from "../schema/subgraph-definitions.js";
import { renderReading } from "./import-reading.js";
import { KNOWN_LAYOUTS } from "./import-layouts.js";
import { GENERATED, table } from "./markdown.js";

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

/** Fields that are read as something where a row does not say them. */
const ASSUMED = SUBGRAPHS.flatMap(({ imports = [] }) => imports)
  .flatMap(({ kind, fields }) =>
    Object.entries(fields).flatMap(([field, { assumed }]) =>
      assumed === undefined ? [] : [`\`${field}\` of ${kind} as ${assumed}`],
    ),
  )
  .join(", ");

/** The page of imports: journeys, how values are read, layouts, and the fields of each kind. */
export const renderImports = (): string =>
  `# Import\n\n${GENERATED}\n\n\`npm run import -- <kind> <file> [--mapping <file>] [--set <field=value>] [--dry-run] [--refused-rows <file>] …\`; \`--help\` has all options.

## Three journeys

Publishers go them in the browser, for their own agency: the page \`/imports\` of the gateway, and [the same over HTTP](imports-http.md). An operator loads everything by the command:

**A workbook of a department.** Look first, then load, then correct what was refused and load that alone:

\`\`\`
npm run import -- matters 事项清单.xlsx --preview 5
npm run import -- matters 事项清单.xlsx --suggest-mapping mapping.jsonc
npm run import -- matters 事项清单.xlsx --mapping mapping.jsonc --dry-run
npm run import -- matters 事项清单.xlsx --mapping mapping.jsonc --refused-rows to-correct.csv
npm run import -- matters to-correct.csv --mapping mapping.jsonc
\`\`\`

\`npm run import -- matters 空表.xlsx --template\` writes an empty workbook with the headings that are known, lists to choose from, and an example for each column.

**The export of a portal.** Portals leave out what all their rows have in common; say it for the whole file:

\`\`\`
npm run import -- penalties 双公示.csv --set authorityUscc=11990101MB9000015E --published-on 2026-05-08
\`\`\`

**A table of the national exchange.** Columns such as \`TASK_NAME\`, \`XK_XDR_MC\`, \`CF_WSH\` are known, with their codes and units:

\`\`\`
npm run import -- licences XK.csv --dry-run
npm run import -- licences XK.csv
\`\`\`

## What becomes of a file

Workbooks, text with separators, JSON, XML and HTML tables are read [as agencies have them](#what-files-are-read). The whole file is read and checked first: a broken
file loads nothing. Then rows are loaded in chunks, a transaction each. A row that can not be accepted goes to the table \`import_quarantine\` of its service and to a
report with line, column, value, rule and remedy, an entry for each reason. What to look at in a row that is loaded all the same is a notice: the report has it with the outcome \`NOTICE\`,
the exit status does not. The same file again changes nothing; a changed row becomes a new version.
Organisations are matched by identifier, never by name. Where rows stand or fall together, a group with one bad row, or that does not add up, is quarantined
whole. Identity numbers are stored as a keyed hash alone (\`GOVGRAPH_SUBJECT_KEY\`: the key by which your identity provider makes \`subject_hash\`; without it a file with identity numbers of persons is refused), accounts by their last four characters.
Ids of licences and penalties are minted: a hash with a key of your own (\`GOVGRAPH_RECORD_KEYS\`) finds the record at its next import, and nobody can make an id from what a
record says. To change that key, put the new one in front of the old one; \`npm run refresh\` says when the old one is no longer used. Keep it with the backup: without it an import
is refused. The last line is \`read=… accepted=… unchanged=… quarantined=… scrubbed=… unpublished=…\`, in rows; the exit status is 0 if nothing was
quarantined, or with \`--allow-quarantine\`. Columns that nothing was read of are listed. Where no first line names a known column, where a file is broken and where the database refuses, the message repeats no value.

\`--refused-rows\` writes the refused rows in the columns of their file, as they were written: it holds what is personal, so its owner alone may read it. A cell that can not be trusted stands there behind \`#VALUE!\`, and is refused again until it is corrected. The column 退回原因 behind them is left alone when the file is loaded again;
a tab in front of long numbers and days keeps spreadsheets from changing them.

What the law says is no agency's export: \`npm run import -- work-calendar <file>\` puts a year into force the day its notice appears, \`time-limits\` a limit that changed, \`procedures\` what a step rests on, \`legal-bases\` laws and their rank, \`severity-rules\` how grave a breach is ([the law as data](law.md)), \`budget-codes\` the tables of a year ([classification](reference/rules.md#classification)).
Nor are changes of divisions: \`npm run import -- divisions <file>\` adds them as a whole or not at all ([divisions as of a day](../subgraphs/reference/README.md#divisions-as-of-a-day)).

${renderReading()}

## How values are read

What is not understood is refused, never left out, taken for a default or guessed ([decision 76](decisions/0076-what-is-not-understood-is-said.md)).

| value | understood | refused or told |
|---|---|---|
| nothing | 无, — —, /, null, NaN, (空), 未提供 and the like | |
| code or word | 01, 1, 行政许可, 01-行政许可, 行政许可（01） | another one, or a code beside another's word |
| yes or no | 是, 1, Y, 有, 支持, 收费 …, 否, 0, N, 无, 没有, 不支持, 不收费 … (无 is an answer here, as 有 is) | anything else |
| several values | separated by ^, comma or 、, a list of JSON, an element of XML that is repeated | in a field that takes one (\`REPEATED_VALUE\`) |
| day | 2026-05-06, 2026/5/6, 2026.5.6, 2026年5月6日, 20260506, each with a time; an instant is its day in Shanghai | a month alone; a spreadsheet's serial number; two separators |
| end | also 长期, 永久; 2099-12-31 and 9999-12-31 are none, with a notice; a month alone is its last day, with a notice | |
| limit | 20个工作日, 20（工作日）, 3个月, 即办, or a number beside its unit | a number without any unit; 日 and 天 |
| amount | 1,234.50 and 1,500 (commas between thousands), ￥1234.5元, 0.5万元; the unit is that of the mapping (\`units\`), the heading, the cells or the table, and another one is converted exactly, with a notice | no unit, another kind of unit |
| body | a credit code, an organisation code, the source's own code | a damaged credit code and another body's name are notices; a damaged code that stands for bodies of several names is refused ([decision 77](decisions/0077-bodies-days-and-items-of-imports.md)) |

What a row does not say is not known, but for a few fields that are read as what nearly every list means (\`VALUE_ASSUMED\` tells how many rows these are): ${ASSUMED}. Parts of a matter
that no column holds (materials, conditions, steps, fees, questions) stay as they are.

Headings are compared without case, blanks, hyphens, \`*\`, units in brackets and （必填）.

## Layouts that are known

Of these fifteen eight need nothing but the file, two say the agency by name alone and are loaded by it (at \`/imports\`, or with \`--agency <code>\`: rows that name another body are refused), and none needs a mapping file; what no cell says is set with \`--set\`, or stands in a labelled line above the table. No public file with the headings of the data standard of 2021 (双公示) was found,
so it is not among them. [A test](../test/subgraph/import-layouts.test.ts) loads a row of each with persons and bodies replaced, and looks at every cell.

| layout | source | what is to be set |
|---|---|---|
${KNOWN_LAYOUTS.map(({ name, source, set, byAgency }) => `| ${name} | ${source} | ${[...(byAgency ? ["by its agency"] : []), ...set.map((field) => `\`${field}\``)].join(", ")} |`).join("\n")}

## Documents, and the page of one

\`documents\` loads lists of what government publishes, and the page of one document: the labels of its title block with their values (a table, a list, or one line each), the text below, and title and day of publication of the page itself where no label says them.
The text is looked for where portals put it (\`UCAP-CONTENT\`, \`pages_content\`, \`TRS_Editor\`, \`article\` …); a page without one is told (\`PAGE_WITHOUT_TEXT\`).
Labels are those of document pages of the State Council (索引号, 主题分类, 发文机关, 成文日期, 标题, 发文字号, 发布日期), of a district's in a public project (索引号, 公开主体, 文号 …, 2026-07), and meta elements as 国办发〔2017〕47号 names them.
What a document does to others stands in columns or in its text ([decision 121](decisions/0121-documents-say-what-they-repeal.md)); a citation is 《title》（number）. Where the other is not here it stays as it is named, and leads to it once it is loaded.

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
  "codes": { "taskType": { "甲类": "01" } },
  // Lines behind // are comments.
  "units": { "fineWan": "元" }
}
\`\`\`

Its JSON Schema is [import-mapping.schema.json](import-mapping.schema.json).\n\n${SUBGRAPHS.flatMap(({ imports: kinds }) => (kinds ?? []).map(kindSection)).join("\n\n")}\n`;
