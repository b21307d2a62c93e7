/** Reads a mapping file; all that is wrong with it is told at once, with its lines. */
import { LineCounter, parseDocument, type Document } from "yaml";
import type { z } from "zod";
import { connectSchemaOf } from "./connect-schema.js";
import { mappingSchema, type Mapping } from "./mapping/mapping.js";
import { mappingProblems } from "./mapping/problems.js";

/** Largest mapping file, in bytes. */
const MOST_BYTES = 1024 * 1024;

/** What is wrong with a mapping file, a line for each. */
export class MappingRefused extends Error {
  override readonly name = "MappingRefused";
}

/** Reads its text. Throws MappingRefused with a sentence for each problem. */
export const readMapping = (text: string, file: string): Mapping => {
  if (Buffer.byteLength(text) > MOST_BYTES) throw new MappingRefused(`${file} is larger than a mapping may be.`);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const refuse = (problems: readonly { path: readonly PropertyKey[]; message: string }[]): never => {
    throw new MappingRefused(
      problems
        .map(
          ({ path, message }) =>
            `${file}:${lineOf(document, lines, path)}: ${path.join(".") || "The file"} ${message}.`,
        )
        .join("\n"),
    );
  };
  if (document.errors.length > 0)
    throw new MappingRefused(
      document.errors
        .map(({ pos, code }) => `${file}:${lines.linePos(pos[0]).line}: is not YAML (${code}).`)
        .join("\n"),
    );
  const parsed = mappingSchema.safeParse(toJson(document, file));
  if (!parsed.success)
    return refuse(parsed.error.issues.map((issue) => ({ path: issue.path, message: sentenceOf(messageOf(issue)) })));
  const problems = mappingProblems(parsed.data);
  if (problems.length > 0) refuse(problems);
  try {
    connectSchemaOf(parsed.data);
  } catch (error) {
    throw new MappingRefused(`${file}: makes no schema: ${(error as Error).message}`);
  }
  return parsed.data;
};

const toJson = (document: Document, file: string): unknown => {
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch {
    throw new MappingRefused(`${file}: has an alias (*): write what it stands for.`);
  }
};

/** Of a name that is refused, what its own check says. */
const messageOf = (issue: z.core.$ZodIssue): string =>
  issue.code === "invalid_key" ? (issue.issues[0]?.message ?? issue.message) : issue.message;

/** Zod's sentences begin with a capital and stand alone; ours go on behind the place. */
const sentenceOf = (message: string): string => (/^[A-Z]/.test(message) ? `is not right: ${message}` : message);

/** Line of the innermost part of the path that the file has. */
const lineOf = (document: Document, lines: LineCounter, path: readonly PropertyKey[]): number => {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true) as { range?: readonly number[] | null } | undefined;
    const start = node?.range?.[0];
    if (start !== undefined) return lines.linePos(start).line;
  }
  return 1;
};
