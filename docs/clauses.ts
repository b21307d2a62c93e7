/** Renders docs/clauses.md: which clause of the Opinions of 2016 is served by which query, and which is not yet. A test looks each name up in the schema. */
import { readFileSync } from "node:fs";
import { projectPath } from "../platform/config/index.js";
import { CLAUSES, type Clause, type Served } from "./clause-table.js";
import { GENERATED, table } from "./markdown.js";

/** Where the operation of a clause stands, and where its answer on the demonstration. */
export const clausePath = (asks: string, ending: "graphql" | "answer.json"): string =>
  projectPath(`schema/operations/clauses/${asks}.${ending}`);

/** JSON of a value, in one line where it fits, in lines of their own parts where not. */
export const compactJson = (value: unknown, indent = ""): string => {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  const isList = Array.isArray(value);
  const parts = Object.entries(value).map(
    ([key, part]) => `${isList ? "" : `${JSON.stringify(key)}: `}${compactJson(part, inner)}`,
  );
  const line = isList ? `[${parts.join(", ")}]` : `{ ${parts.join(", ")} }`;
  if (!line.includes("\n") && line.length + indent.length <= 120) return line;
  const [open, close] = isList ? ["[", "]"] : ["{", "}"];
  return `${open}\n${parts.map((part) => inner + part).join(",\n")}\n${indent}${close}`;
};

/** A clause as it is asked and answered. */
const renderAnswer = ({ asks, zh }: Clause & { readonly asks: string }): string => {
  const [first = "", ...operation] = readFileSync(clausePath(asks, "graphql"), "utf8").trimEnd().split("\n");
  const answer = readFileSync(clausePath(asks, "answer.json"), "utf8").trimEnd();
  const [, no, question] = /^# (\S+) (.*)/.exec(first) ?? [];
  return `### ${asks}\n${no} ${zh}. ${question}.\n\`\`\`graphql\n${operation.join("\n")}\n\`\`\`\n\`\`\`json\n${answer}\n\`\`\`\n`;
};

const isAsked = (clause: Clause): clause is Clause & { readonly asks: string } => clause.asks !== undefined;

const count = (served: Served): number => CLAUSES.filter((clause) => clause.served === served).length;

/** The page. */
export const renderClauses = (): string => `# The clauses of the Opinions

${GENERATED}

What of 《关于全面推进政务公开工作的意见》 (中办发〔2016〕8号) the graph answers today. Of ${CLAUSES.length} lines ${count("yes")} are served, ${count("part")} in part, ${count("no")} not yet; "not yet" means that no type
of it exists. Names are root fields of [the public schema](../schema/public.graphql), or fields of a type. Numbers are those of the text's headings.

${table(
  ["clause", "中文", "in English", "served", "asked", "by", "not yet"],
  CLAUSES.map(({ no, zh, en, served, asks, queries, missing }) => [
    no,
    zh,
    en,
    { yes: "yes", part: "in part", no: "**not yet**" }[served],
    asks === undefined ? "" : `[${asks}](#${asks})`,
    queries.map((query) => `\`${query}\``).join(", "),
    missing ?? "",
  ]),
)}

## Asked and answered
The operations of [schema/operations/clauses](../schema/operations/clauses), asked as anybody, and their answers on the demonstration data (\`small\`) on 2026-09-28. A test asks each and compares.

${CLAUSES.filter(isAsked).map(renderAnswer).join("\n")}`;
