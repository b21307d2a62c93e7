/** Contracts: narrower public schemas for one audience each, declared in schema/contracts.json by the tags that they take and leave (decision 73). */
import { readFileSync } from "node:fs";
import { z } from "zod";
import { projectPath } from "./project-root.js";

/** Where they are declared. */
export const CONTRACTS_FILE = "schema/contracts.json";

/** Most of them in one graph (docs/limits.md): each is served with caches of its own. */
export const MOST_CONTRACTS = 16;

/** What a contract may be called: a part of a path. */
export const CONTRACT_NAME = /^[a-z][a-z0-9-]{0,39}$/;

/** What `@tag` takes (Apollo Federation, directives). */
const tags = z.array(z.string().regex(/^[_A-Za-z0-9/-]{1,128}$/)).default([]);

const contract = z.strictObject({
  name: z.string().regex(CONTRACT_NAME),
  description: z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }),
  include: tags,
  exclude: tags,
  closed: z.boolean().default(true),
});

const contracts = z.array(contract).max(MOST_CONTRACTS);

/** One contract. */
export interface Contract {
  /** What clients ask it by: `/contracts/<name>/graphql`. */
  readonly name: string;
  readonly description: { readonly zh: string; readonly en: string };
  /** Fields with one of these tags, of their own or of their type; all where there is none. */
  readonly include: readonly string[];
  /** Whatever has one of these tags stays out, included or not. */
  readonly exclude: readonly string[];
  /** False where no closed field is in it. */
  readonly closed: boolean;
}

/** The contracts of a text. Throws a sentence where it holds none, or two of one name. */
export const parseContracts = (text: string): readonly Contract[] => {
  const read = contracts.safeParse(JSON.parse(text));
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new Error(`${CONTRACTS_FILE}: ${issue?.path.join(".")} ${issue?.message}.`);
  }
  const names = read.data.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined) throw new Error(`${CONTRACTS_FILE}: the contract ${twice} is declared twice.`);
  return read.data;
};

/** Those of this installation. */
export const readContracts = (): readonly Contract[] =>
  parseContracts(readFileSync(projectPath("schema/contracts.json"), "utf8"));
