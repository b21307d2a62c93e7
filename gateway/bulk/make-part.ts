/** One part of a bulk export: pages of a list, one after the other, until the part is full or the list ends. */
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { ServiceError } from "../../platform/errors/index.js";
import type { ServerAnswer } from "../request/server-answer.js";
import { headingsLine, rowLine } from "./columns.js";
import type { BulkQuery } from "./bulk-query.js";

/** Formats of an export. */
export const BULK_FORMATS = ["jsonl", "csv"] as const;

/** A format. */
export type BulkFormat = (typeof BULK_FORMATS)[number];

/** What ends a part, whichever comes first: rows, bytes before they are packed, and milliseconds (docs/limits.md). */
export const PART_LIMITS = { rows: 5_000, bytes: 8 * 1024 * 1024, ms: 5_000 } as const;

/** A part that was made. */
export interface BulkPart {
  /** Packed by gzip. */
  readonly bytes: Buffer;
  readonly rows: number;
  /** Where the list goes on. @default it has ended */
  readonly after?: string;
  /** By rule, how many values were withheld from everybody who reads as nobody. */
  readonly withheld: ReadonlyMap<string, number>;
}

/** What it is made from. */
export interface PartAsked {
  readonly query: BulkQuery;
  readonly format: BulkFormat;
  /** Cursor of the list. @default its beginning */
  readonly after?: string | undefined;
  /** Asks one page. Throws where it may not be asked. */
  readonly askPage: (after: string | undefined) => Promise<ServerAnswer>;
  /** Milliseconds of a clock that never goes back. @default that of the process */
  readonly elapsed?: () => number;
}

interface Page {
  readonly nodes: readonly unknown[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** A page that GraphQL refused, or of which a service gave no whole answer. */
export class PageFailure extends Error {
  constructor(readonly answer: ServerAnswer) {
    super("A page of a bulk export failed.");
  }
}

/**
 * Makes it. What fails after the first page ends the part where that page ended: its rows are whole, and whoever goes on from
 * there meets what failed. Throws PageFailure, and what `askPage` throws, where there is no page at all.
 */
export const makePart = async (asked: PartAsked): Promise<BulkPart> => {
  const { query, format, askPage, elapsed = () => performance.now() } = asked;
  const endsAt = elapsed() + PART_LIMITS.ms;
  const lines: string[] = format === "csv" && asked.after === undefined ? [headingsLine(query.columns)] : [];
  const withheld = new Map<string, number>();
  let [rows, bytes, after] = [0, 0, asked.after];
  do {
    const page = await askPage(after)
      .then((answer) => pageOf(answer, query, withheld))
      .catch((error: unknown) => {
        if (rows === 0) throw error;
        return undefined;
      });
    if (page === undefined) break;
    for (const row of page.nodes) {
      if (row === null) continue;
      const line = format === "csv" ? rowLine(query.columns, row) : `${JSON.stringify(row)}\n`;
      lines.push(line);
      bytes += Buffer.byteLength(line);
      rows += 1;
    }
    after = page.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? undefined) : undefined;
  } while (after !== undefined && rows < PART_LIMITS.rows && bytes < PART_LIMITS.bytes && elapsed() < endsAt);
  const packed = await promisify(gzip)(lines.join(""));
  return { bytes: packed, rows, withheld, ...(after === undefined ? {} : { after }) };
};

/** The page of an answer. Throws PageFailure where anything of it is missing. */
const pageOf = (answer: ServerAnswer, { name }: BulkQuery, withheld: Map<string, number>): Page => {
  const { data, errors, extensions } = answer.body;
  if (errors !== undefined && errors.length > 0) throw new PageFailure(answer);
  const page = data?.[name] as Page | null | undefined;
  if (page === null || page === undefined) throw new ServiceError("NOT_FOUND");
  for (const { rule, count } of (extensions?.["withheld"] ?? []) as readonly { rule: string; count: number }[])
    withheld.set(rule, (withheld.get(rule) ?? 0) + count);
  return page;
};
