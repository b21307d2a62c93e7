/** A stranger with the public graph and a list of decisions that may have been made: which of them does the feed of changes give away? */
import { createHash } from "node:crypto";
import type { Item } from "./feed.js";

/** What a decision is known by to whoever was concerned: the stranger has many of these, right ones and wrong ones. */
export interface NaturalKey {
  readonly source: string;
  readonly authority: string;
  readonly docNo: string;
  readonly body: string;
}

const orders = <Value>(values: readonly Value[]): Value[][] =>
  values.length < 2
    ? [[...values]]
    : values.flatMap((value, index) =>
        orders(values.filter((_, other) => other !== index)).map((rest) => [value, ...rest]),
      );

/** Ids that could have been made of the key: common hashes, orders, separators, lengths and prefixes. */
export const guessIds = ({ source, authority, docNo, body }: NaturalKey): string[] =>
  orders([source, authority, docNo, body]).flatMap((parts) =>
    ["\n", " ", "|", ":", ""].flatMap((separator) =>
      ["sha256", "sha1", "md5"].flatMap((algorithm) => {
        const hash = createHash(algorithm).update(parts.join(separator)).digest("hex");
        return [hash, hash.slice(0, 32), hash.slice(0, 20), hash.slice(0, 16)].flatMap((text) => [
          `CF-${source}-${text}`,
          `CF-${text}`,
          text,
        ]);
      }),
    ),
  );

/** What was given away. */
export interface Finding {
  /** Decisions of the list that the feed names by an id that can be guessed. */
  readonly named: readonly NaturalKey[];
  /** Records of which the feed says that they ended. */
  readonly ends: readonly string[];
}

/** Looks through what the feed told. */
export const attackFeed = (told: readonly Pick<Item, "key" | "op">[], dictionary: readonly NaturalKey[]): Finding => {
  const keys = new Set(told.map(({ key }) => key));
  return {
    named: dictionary.filter((entry) => guessIds(entry).some((id) => keys.has(id))),
    ends: told.filter(({ op }) => op === "DELETE").map(({ key }) => key),
  };
};
