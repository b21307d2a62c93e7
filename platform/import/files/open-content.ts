/** Opens bytes by what they are. Throws ImportRefused, in a sentence that says what to do, where they can not be read. */
import { ImportRefused } from "../violation.js";
import type { ReadingContext } from "../reading-options.js";
import type { SourceFile } from "../source-file.js";
import { beginningOf, type ByteSource } from "./bytes.js";
import { containerOf, unreadable } from "./format.js";
import { openText } from "./open-text.js";

/** Opens a file; `path` is where it is on disk, where it is not inside an archive. What a format needs is loaded when one is there. */
export const openContent = async (bytes: ByteSource, context: ReadingContext, path?: string): Promise<SourceFile> => {
  const beginning = await beginningOf(bytes, 64);
  const why = unreadable(beginning);
  if (why !== undefined) throw new ImportRefused(why);
  const container = containerOf(beginning);
  if (container === "text") return openText(bytes, context);
  const { openCompound, openPacked, openZip } = await import("./open-packed.js");
  if (container === "compound") return openCompound(bytes, context);
  return path === undefined ? openPacked(bytes, context) : openZip(bytes, path, context, openContent);
};
