/** The kinds of record that the feed of changes tells of: those of all services, as `npm run schema` wrote them down. */
import { readFileSync } from "node:fs";
import { z } from "zod";
import { projectPath } from "../config/index.js";

const declaredKind = z.strictObject({
  /** Value of the enumeration: LICENCE. */
  kind: z.string().regex(/^[A-Z][A-Z_]*$/),
  /** Its type in the graph, whose key is the record's key in the feed. */
  type: z.string().min(1),
  /** What it is, and by which key, in English with the Chinese term. */
  description: z.string().min(1),
});

/** A kind of record that a noun declares. */
export type DeclaredKind = z.infer<typeof declaredKind>;

/** What `nodes(ids:)` finds a record of the feed by: its type and its key, so that one service is asked alone. */
export const nodeIdOf = (type: string, key: string): string => `${type}:${key}`;

/** The kinds of all services. Throws where `npm run schema` was never run. */
export const recordKinds = (file = projectPath("schema/record-kinds.json")): readonly DeclaredKind[] =>
  z.array(declaredKind).parse(JSON.parse(readFileSync(file, "utf8")));
