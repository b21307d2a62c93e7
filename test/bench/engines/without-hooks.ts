/** The loader hooks of `without.ts`: which text of which file stands for a protection, and what replaces it. */
import type { LoadHook } from "node:module";

interface Edit {
  readonly file: string;
  readonly text: string;
  readonly by: string;
}

const EDITS: Readonly<Record<string, readonly Edit[]>> = {
  "no-policy": [
    {
      file: "gateway/upstream/http-subgraph.js",
      text: "isTrusted ? undefined : policy.guard.prepare(query)",
      by: "undefined",
    },
    {
      file: "gateway/upstream/http-subgraph.js",
      text: "disclosureOf(answer, {",
      by: "((_answer, _asked) => undefined)(answer, {",
    },
  ],
  "no-signature": [
    { file: "gateway/upstream/http-subgraph.js", text: "() => signContext(", by: "() => (() => ({}))(" },
  ],
  "no-limits": [
    {
      file: "gateway/request/graphql-route.js",
      text: "checkLimits(request, parameters, { ...door, introspection: options.introspection });",
      by: "NO_COST;",
    },
    {
      file: "gateway/request/graphql-route.js",
      text: "await options.rate.charge(request, response, cost.weighted);",
      by: "",
    },
    { file: "gateway/request/graphql-route.js", text: "await takeTurn(context.client);", by: "" },
  ],
  "no-log": [],
  "no-sharing": [{ file: "gateway/upstream/http-subgraph.js", text: "!isMutation(sent.query)", by: "false" }],
};

let edits: readonly Edit[] = [];

/** Takes what is to be left out. Throws where no such protection is known. */
export const initialize = ({ off }: { readonly off: string }): void => {
  const known = EDITS[off];
  if (!known) throw new Error(`${off} is no protection that can be left out.`);
  edits = known;
};

/** Replaces the texts. Throws where a file has none of them: the figure would be that of the whole gateway. */
export const load: LoadHook = async (url, context, nextLoad) => {
  const loaded = await nextLoad(url, context);
  const own = edits.filter(({ file }) => url.endsWith(`/dist/${file}`));
  if (own.length === 0 || loaded.source === undefined) return loaded;
  let source = String(loaded.source instanceof Uint8Array ? Buffer.from(loaded.source) : loaded.source);
  for (const { file, text, by } of own) {
    if (!source.includes(text)) throw new Error(`${file} has no ${text}.`);
    source = source.replace(text, () => by);
  }
  return { ...loaded, source };
};
