/** The folder that gateway and worker share: parts of files as they arrive, whole files, rows to correct and reports; closed to others. */
import { createHash, randomUUID } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { access, mkdir, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

/** What a step leaves as a file: the rows to correct in the columns of the file, and all that was told of rows. */
export const STEP_FILES = ["refused", "report"] as const;
/** One of them. */
export type StepFile = (typeof STEP_FILES)[number];

/** The folder. */
export interface LoadFolder {
  /** Writes what arrives beside the others, and gives how to put it in its place and how to throw it away. Throws what the stream throws. */
  receive(uploadId: string, from: number, bytes: Readable): Promise<ReceivedPart>;
  /** Path and SHA-256 of the file, made whole of its parts where it was not yet. Throws where parts are missing. */
  whole(uploadId: string, length: number): Promise<{ readonly path: string; readonly sha256: string }>;
  /** Path of what a step leaves. */
  pathOf(stepId: string, file: StepFile): string;
  has(stepId: string, file: StepFile): Promise<boolean>;
  /** Removes the file and what its steps left. */
  remove(uploadId: string, stepIds: readonly string[]): Promise<void>;
}

/** A part that has arrived. */
export interface ReceivedPart {
  readonly bytes: number;
  keep(): Promise<void>;
  drop(): Promise<void>;
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

const partName = (from: number): string => `${String(from).padStart(12, "0")}.part`;

/** Writes the parts one behind the other; gives length and hash. */
const joinParts = async (parts: readonly string[], to: string): Promise<{ bytes: number; sha256: string }> => {
  const hash = createHash("sha256");
  let bytes = 0;
  const all = async function* (): AsyncGenerator<Buffer> {
    for (const part of parts)
      for await (const chunk of createReadStream(part) as AsyncIterable<Buffer>) {
        hash.update(chunk);
        bytes += chunk.length;
        yield chunk;
      }
  };
  await pipeline(all, createWriteStream(to, { mode: 0o600 }));
  return { bytes, sha256: hash.digest("hex") };
};

const hashOf = async (path: string): Promise<string> => {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) hash.update(chunk);
  return hash.digest("hex");
};

/** Opens it; it is made where it is not there. Ids are those of the tables, never what a client sent. */
export const openLoadFolder = async (directory: string): Promise<LoadFolder> => {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const folderOf = (uploadId: string): string => join(directory, uploadId);
  const pathOf: LoadFolder["pathOf"] = (stepId, file) => join(directory, `${stepId}.${file}.csv`);
  return {
    pathOf,
    has: (stepId, file) => exists(pathOf(stepId, file)),
    async receive(uploadId, from, stream) {
      const folder = folderOf(uploadId);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const path = join(folder, `${randomUUID()}.arriving`);
      const drop = (): Promise<void> => rm(path, { force: true });
      let bytes = 0;
      try {
        await pipeline(
          stream,
          async function* (chunks: AsyncIterable<Buffer>) {
            for await (const chunk of chunks) {
              bytes += chunk.length;
              yield chunk;
            }
          },
          createWriteStream(path, { mode: 0o600 }),
        );
      } catch (error) {
        await drop();
        throw error;
      }
      return { bytes, keep: () => rename(path, join(folder, partName(from))), drop };
    },
    async whole(uploadId, length) {
      const folder = folderOf(uploadId);
      const path = join(folder, "file");
      if (await exists(path)) return { path, sha256: await hashOf(path) };
      const parts = (await readdir(folder)).filter((name) => name.endsWith(".part")).sort();
      const joined = `${path}.${randomUUID()}`;
      const made = await joinParts(
        parts.map((name) => join(folder, name)),
        joined,
      );
      if (made.bytes !== length) {
        await rm(joined, { force: true });
        throw new Error(`Of the file ${uploadId} ${made.bytes} of ${length} bytes are in the folder.`);
      }
      await rename(joined, path);
      for (const name of parts) await rm(join(folder, name), { force: true });
      return { path, sha256: made.sha256 };
    },
    async remove(uploadId, stepIds) {
      await rm(folderOf(uploadId), { recursive: true, force: true });
      for (const stepId of stepIds) for (const file of STEP_FILES) await rm(pathOf(stepId, file), { force: true });
    },
  };
};
