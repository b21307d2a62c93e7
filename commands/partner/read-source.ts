/** Reads a partner's SDL, from a file or from the service itself. */
import { existsSync, readFileSync, statSync } from "node:fs";
import type { SubgraphSource } from "../../platform/composition/index.js";
import { askService, isAddress } from "./ask-service.js";

/** Largest file of SDL, in bytes. */
const MOST_BYTES = 8 * 1024 * 1024;

/** The SDL in a file or of a running service, with its overlay. Throws a sentence where one can not be read. */
export const readSource = async (name: string, from: string, overlay: string | undefined): Promise<SubgraphSource> => ({
  name,
  url: "",
  sdl: isAddress(from) ? await askService(name, from, process.env["GATEWAY_PARTNER_KEYS"] ?? "") : readText(from),
  file: from,
  ...(overlay === undefined ? {} : { overlay: { sdl: readText(overlay), file: overlay } }),
});

const readText = (path: string): string => {
  if (!existsSync(path)) throw new Error(`There is nothing at ${path}.`);
  const { size } = statSync(path);
  if (!statSync(path).isFile()) throw new Error(`${path} is no file: give the file of SDL.`);
  if (size > MOST_BYTES) throw new Error(`${path} has ${size} bytes: SDL of more than ${MOST_BYTES} is not read.`);
  // A mark of the byte order is no SDL.
  return readFileSync(path, "utf8").replace(/^\uFEFF/, "");
};
