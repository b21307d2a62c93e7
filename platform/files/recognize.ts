/** Which type a file is of, by its content alone, and whether it is whole. */
import { open } from "node:fs/promises";
import yauzl, { type ZipFile } from "yauzl";
import { FILE_TYPES, HEAD_BYTES, type FileType } from "./file-types.js";
import { closedContent, cutOff, wrongType } from "./refusals.js";

/** Most files in an archive; a real document has some hundreds. */
const MOST_ENTRIES = 10_000;

/** Macros and controls of office documents. */
const ACTIVE = /(^|\/)vba(project|data)\.|(^|\/)activex\//i;

/** The media type. Throws BAD_USER_INPUT with reason FILE_TYPE, FILE_CUT_OFF or FILE_CONTENT. */
export const recognize = async (path: string): Promise<string> => {
  const handle = await open(path);
  try {
    const { size } = await handle.stat();
    const read = async (from: number, length: number): Promise<Buffer> => {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, from);
      return buffer.subarray(0, bytesRead);
    };
    const head = await read(0, HEAD_BYTES);
    const found = FILE_TYPES.filter(({ begins }) => begins.equals(head.subarray(0, begins.length)));
    const [first] = found;
    if (!first) throw wrongType();
    if (first.holds) return (await typeOfArchive(path, found)).mediaType;
    const { with: end, within } = first.ends!;
    if (!(await read(Math.max(0, size - within), within)).includes(end)) throw cutOff();
    return first.mediaType;
  } finally {
    await handle.close();
  }
};

const typeOfArchive = async (path: string, types: readonly FileType[]): Promise<FileType> => {
  const names = await namesIn(path);
  const type = types.find(({ holds }) => holds?.every((name) => names.has(name)));
  if (!type) throw wrongType();
  if ([...names].some((name) => ACTIVE.test(name))) throw closedContent();
  return type;
};

/** Names in the archive's directory, which stands at its end: of one that is cut off there is none. */
const namesIn = async (path: string): Promise<ReadonlySet<string>> => {
  let zip: ZipFile;
  try {
    zip = await yauzl.openPromise(path, { lazyEntries: true, autoClose: false });
  } catch {
    throw cutOff();
  }
  const names = new Set<string>();
  try {
    if (zip.entryCount > MOST_ENTRIES) throw wrongType();
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted()) throw closedContent();
      names.add(entry.fileName.replace(/^\//, ""));
    }
    return names;
  } catch (error) {
    throw error instanceof Error && error.name === "ServiceError" ? error : cutOff();
  } finally {
    zip.close();
  }
};
