/** Where bundles come from: an HTTP server that knows entity tags, or a file. */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

/** Largest signed bundle, in bytes. */
export const MOST_BUNDLE_BYTES = 32 * 1024 * 1024;
const WAIT_MS = 10_000;

/** What was found. */
export interface FoundBundle {
  readonly signed: string;
  /** By which the source tells whether there is another. */
  readonly tag: string | undefined;
}

/** Reads the bundle there is; undefined where it is the one of the tag. Throws where the source does not answer. */
export type ReadSource = (tag?: string) => Promise<FoundBundle | undefined>;

/** The source at `http(s)://` or `file://`; no redirect is followed. */
export const bundleSource = (url: string): ReadSource =>
  new URL(url).protocol === "file:" ? fromFile(fileURLToPath(url)) : fromServer(url);

const fromFile =
  (path: string): ReadSource =>
  async (known) => {
    const signed = await readFile(path, "utf8");
    const tag = createHash("sha256").update(signed).digest("base64url");
    return tag === known ? undefined : { signed: signed.trim(), tag };
  };

const fromServer =
  (url: string): ReadSource =>
  async (known) => {
    const response = await fetch(url, {
      headers: { accept: "application/jose", ...(known === undefined ? {} : { "if-none-match": known }) },
      redirect: "error",
      signal: AbortSignal.timeout(WAIT_MS),
    });
    if (response.status === 304) {
      await response.body?.cancel();
      return undefined;
    }
    if (response.status !== 200) {
      await response.body?.cancel();
      throw new Error(`The source of bundles answered with status ${response.status}.`);
    }
    return { signed: await readBounded(response), tag: response.headers.get("etag") ?? undefined };
  };

const readBounded = async (response: Response): Promise<string> => {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of response.body ?? []) {
    bytes += (part as Uint8Array).byteLength;
    if (bytes > MOST_BUNDLE_BYTES) throw new Error(`The bundle has more than ${MOST_BUNDLE_BYTES} bytes.`);
    parts.push(part as Uint8Array);
  }
  return Buffer.concat(parts).toString("utf8").trim();
};
