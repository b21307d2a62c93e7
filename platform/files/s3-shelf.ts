/** Files in a bucket of any S3-compatible store, each an object under its SHA-256. */
import { SaxesParser } from "saxes";
import { openBucket, type BucketAnswer, type BucketOptions } from "./s3-bucket.js";
import type { KeptEntry, Shelf } from "./shelf.js";

const KEY = /^[0-9a-f]{64}$/;

/** Creates the shelf; nothing is asked yet. Throws as openBucket does. */
export const createS3Shelf = (options: BucketOptions): Shelf => {
  const bucket = openBucket(options);
  const found = async (answer: BucketAnswer): Promise<boolean> => {
    if (answer.status !== 404) return true;
    await answer.body.dump();
    return false;
  };
  const find = async (sha256: string): Promise<KeptEntry | undefined> => {
    const answer = await bucket.ask({ method: "HEAD", key: sha256 });
    if (!(await found(answer))) return undefined;
    await answer.body.dump();
    const { "content-length": bytes, "last-modified": keptAt } = answer.headers;
    return { sha256, bytes: Number(bytes), keptAt: new Date(String(keptAt)) };
  };
  return {
    find,
    async keep(file) {
      const headers = { "content-type": "application/octet-stream" };
      const answer = await bucket.ask({ method: "PUT", key: file.sha256, headers, file });
      await answer.body.dump();
      if (answer.status === 404) throw new Error("There is no such bucket.");
    },
    async open(sha256, range) {
      const headers: Record<string, string> = range ? { range: `bytes=${range.start}-${range.end}` } : {};
      const answer = await bucket.ask({ method: "GET", key: sha256, headers });
      return (await found(answer)) ? answer.body : undefined;
    },
    async *list(before) {
      let next: string | undefined;
      do {
        const answer = await bucket.ask({
          method: "GET",
          key: "",
          query: { "list-type": "2", ...(next === undefined ? {} : { "continuation-token": next }) },
        });
        const page = readPage(await answer.body.text());
        yield* page.entries.filter(({ sha256, keptAt }) => KEY.test(sha256) && keptAt < before);
        next = page.next;
      } while (next !== undefined);
    },
    async remove(sha256, before) {
      // A store has no removal on a condition that all others have: between these two nobody may put it there again.
      const kept = await find(sha256);
      if (!kept || kept.keptAt >= before) return false;
      await (await bucket.ask({ method: "DELETE", key: sha256 })).body.dump();
      return true;
    },
    close: () => bucket.close(),
  };
};

interface ListedPage {
  readonly entries: readonly KeptEntry[];
  readonly next: string | undefined;
}

/** A page of ListObjectsV2. Throws a sentence where it is none. */
const readPage = (xml: string): ListedPage => {
  const entries: KeptEntry[] = [];
  let [text, key, bytes, keptAt, token, root]: (string | undefined)[] = [];
  const parser = new SaxesParser();
  parser.on("opentag", ({ name }) => {
    root ??= name;
    text = "";
  });
  parser.on("text", (part) => (text += part));
  parser.on("closetag", ({ name }) => {
    if (name === "Key") key = text;
    else if (name === "Size") bytes = text;
    else if (name === "LastModified") keptAt = text;
    else if (name === "NextContinuationToken") token = text;
    else if (name === "Contents")
      entries.push({ sha256: key ?? "", bytes: Number(bytes), keptAt: new Date(keptAt ?? "") });
  });
  parser.write(xml).close();
  if (root !== "ListBucketResult") throw new Error("The bucket gives no list of what it holds.");
  return { entries, next: token };
};
