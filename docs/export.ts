/** Renders docs/export.md: what stands in exchange files, from the kinds that write them. */
import { headingsOf, type ExportKind } from "../platform/export/index.js";
import { SUBGRAPHS } from "../schema/subgraph-definitions.js";
import { GENERATED, table } from "./markdown.js";

const kindSection = (kind: ExportKind): string => {
  const headings = headingsOf(kind);
  return `## ${kind.kind}\n\n${table(
    ["column", "what"],
    kind.written.map((field, index) => [headings[index]!, kind.fields[field]!.doc]),
  )}\n\n${table(
    ["reason", "why something is not in the file"],
    Object.entries(kind.reasons).map(([reason, sentence]) => [`\`${reason}\``, sentence]),
  )}`;
};

/** The page. */
export const renderExport = (): string =>
  `# Export\n\n${GENERATED}\n\n\`npm run export -- <kind> [--into <file>] [--division <code>] [--agency <code>]\`

Writes the national exchange table of a kind as CSV (UTF-8 with byte-order mark, lines that end with CR LF): the first name of each column in [import](import.md). \`--division\` takes a division and those below it, \`--agency\` the
credit code of an authority. Without \`--into\` the file is \`<kind>-<day>.csv\`; a file that is there is never written over, and a file has its name when it is whole. Rows are read by key and written page by page, whatever their number.

**What is in it** is what everybody may read without a token on the day of the graph: the same declarations decide ([decision 79](decisions/0079-an-exchange-file-is-what-everybody-may-read.md)). Records that are closed, sealed, withdrawn, repaired, not yet or no longer in publicity are
not in it and in no count. Records of natural persons are left out whole: the public sees their surname alone, which no table has a column for. What is left out of public records is told with its reason; the last line is
\`written=… withheld=…\`.

**What comes back.** \`npm run import -- <kind> <file>\` loads the file again, and says \`unchanged\` of what is there. Bodies whose codes are
an agency's own are known by the mapping's \`source\`, which must be that of the first load; licences, penalties and matters are not: a decision is known by authority, number and body, and a local code of a matter is its body's. Load a file into a database that holds more than the public sees (numbers of cases) only where the summary names nothing that was left out: what the file does not say is taken away, parts without a column excepted.
Records of the demonstration were never imported, and come back as new ones.

**In the graph** the same rows are lists: \`penaltyExchangeRows\`, \`licenceExchangeRows\`, \`matterExchangeRows\` and \`ratingExchangeRows\`, with \`division\`, \`agency\`, \`first\` and \`after\` ([decision 84](decisions/0084-exchange-tables-in-the-graph.md)). \`columns\` is asked for once; a row has \`cells\`, or \`withheld\` with the reason. Quoted as CSV below their columns they
are a file that the import loads. A body without credit code has no code there and is withheld, where the command asks the register.

\`\`\`graphql
{ penaltyExchangeRows(division: "222401", first: 50) { nodes { cells withheld } pageInfo { hasNextPage endCursor } } }
\`\`\`

Values stand as they are, in quotation marks where they hold a comma, a quotation mark or a line break. **Nothing is put before a value that begins with \`=\`, \`+\`, \`-\` or \`@\`**, since a file that is loaded again must say what it said: a spreadsheet
that opens the file may take such a text for a formula, and drops the zeros and last digits of codes. Open it as text (in a spreadsheet: import, all columns as text); reports and files of refused rows, which are made for spreadsheets, are
guarded.

${SUBGRAPHS.flatMap(({ exports: kinds }) => (kinds ?? []).map(kindSection)).join("\n\n")}\n`;
