/** Downloads one list into a folder: a file for each part, and a manifest that says what they hold; what is there already is not asked again. */
import { createHash } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Graph } from "./graph.js";

/** What a manifest says of a part. */
interface ManifestPart {
  readonly file: string;
  readonly rows: number;
  /** Of the file's bytes, in hexadecimal digits. */
  readonly sha256: string;
}

/** What stands in manifest.json. */
export interface Manifest {
  readonly query: string;
  readonly format: "jsonl" | "csv";
  /** Instant of all rows, ISO 8601. */
  readonly asOf: string;
  /** Cursor of `changes`, taken before the first part: with it the copy goes on. */
  readonly changes: string;
  readonly rows: number;
  readonly parts: readonly ManifestPart[];
  /** Where the next part begins; null once all are there. */
  readonly next: string | null;
}

/** What is downloaded. */
export interface DownloadOptions {
  readonly query: string;
  readonly format: "jsonl" | "csv";
  readonly into: string;
  readonly say: (line: string) => void;
}

const MANIFEST = "manifest.json";

/** Downloads what is missing; returns the manifest. Throws where the folder holds another export, or a file that was changed. */
export const download = async (graph: Graph, { query, format, into, say }: DownloadOptions): Promise<Manifest> => {
  await mkdir(into, { recursive: true });
  let manifest = (await readManifest(into)) ?? (await begin(graph, query, format));
  if (manifest.query !== query || manifest.format !== format)
    throw new Error(`${into} holds another export: name another folder.`);
  for (const part of manifest.parts) await checkFile(into, part);
  while (manifest.next !== null || manifest.parts.length === 0) {
    const part = await graph.part({ query, format, place: manifest.next ?? undefined });
    const file = `part-${String(manifest.parts.length + 1).padStart(5, "0")}.${format}.gz`;
    await writeWhole(join(into, file), part.bytes);
    manifest = {
      ...manifest,
      asOf: part.asOf,
      rows: manifest.rows + part.count,
      parts: [...manifest.parts, { file, rows: part.count, sha256: part.sha256 }],
      next: part.next ?? null,
    };
    await writeWhole(join(into, MANIFEST), `${JSON.stringify(manifest, undefined, 2)}\n`);
    say(`${file}: ${part.count} rows`);
  }
  return manifest;
};

const begin = async (graph: Graph, query: string, format: Manifest["format"]): Promise<Manifest> => {
  const { changes } = (await graph.ask("{ changes(copying: true) { cursor unavailable } }")) as {
    readonly changes: { readonly cursor: string; readonly unavailable: readonly string[] };
  };
  if (changes.unavailable.length > 0)
    throw new Error(`${changes.unavailable.join(", ")} does not answer: begin when it does.`);
  return { query, format, asOf: "", changes: changes.cursor, rows: 0, parts: [], next: null };
};

const readManifest = async (into: string): Promise<Manifest | undefined> => {
  try {
    return JSON.parse(await readFile(join(into, MANIFEST), "utf8")) as Manifest;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw new Error(`${join(into, MANIFEST)} can not be read: ${(error as Error).message}`, { cause: error });
  }
};

const checkFile = async (into: string, { file, sha256 }: ManifestPart): Promise<void> => {
  const digest = createHash("sha256").update(await readFile(join(into, file)));
  if (digest.digest("hex") !== sha256)
    throw new Error(`${join(into, file)} is not what the manifest says: remove the folder.`);
};

/** A file has its name when it is whole. */
const writeWhole = async (path: string, content: string | Buffer): Promise<void> => {
  await writeFile(`${path}.part`, content);
  await rename(`${path}.part`, path);
};
