/** What a gateway goes by, as one artefact: supergraph, public schema, policy table, and where each service answers. */
import { z } from "zod";
import { CONTRACT_NAME, MOST_CONTRACTS, SUBGRAPH_NAME } from "../config/index.js";
import type { PolicyTable } from "../disclosure/table/index.js";

/** What its signature says that it is. */
export const BUNDLE_KIND = "govgraph-bundle+jws";

const FORMAT = "govgraph-bundle/1";

const list = z.array(z.unknown());
const record = z.record(z.string(), z.unknown());

/** The frame of a table, of which no part can be forgotten; its lines are what the registry compiled and signed. */
const policy = z.strictObject({
  specification: z.literal("disclosure/v1.0"),
  hash: z.string(),
  subgraphs: record,
  bases: record,
  records: record,
  fields: list,
  opened: list,
  personal: list,
  aggregates: list,
  sameForAll: record.optional(),
  cached: z.record(z.string(), z.number().nonnegative()).optional(),
} satisfies Readonly<Record<keyof PolicyTable, z.ZodType>>);

const subgraph = z.strictObject({
  name: z.string().regex(SUBGRAPH_NAME),
  /** Where it answers GraphQL; the gateway's own subgraph has none. */
  url: z.url({ protocol: /^https?$/ }).optional(),
});

const contract = z.strictObject({
  name: z.string().regex(CONTRACT_NAME),
  description: z.strictObject({ zh: z.string(), en: z.string() }),
  /** What of the public schema its audience is shown. */
  schema: z.string().min(1),
});

const bundle = z.strictObject({
  format: z.literal(FORMAT),
  version: z.int().min(1),
  composedAt: z.iso.datetime({ offset: true }),
  subgraphs: z.array(subgraph).min(1),
  supergraph: z.string().min(1),
  publicSchema: z.string().min(1),
  policy: policy.transform((table) => table as unknown as PolicyTable),
  contracts: z.array(contract).max(MOST_CONTRACTS).default([]),
});

/** One service. */
export type BundledSubgraph = Readonly<z.infer<typeof subgraph>>;

/** A narrower public schema for one audience (decision 73). */
export type BundledContract = Readonly<z.infer<typeof contract>>;

/** A bundle; what a later format adds an older gateway refuses, for it would not go by it. */
export interface Bundle {
  /** Grows with every bundle of an installation, a return to what was before included. */
  readonly version: number;
  /** Instant at which it was composed, ISO 8601. */
  readonly composedAt: string;
  readonly subgraphs: readonly BundledSubgraph[];
  readonly supergraph: string;
  readonly publicSchema: string;
  readonly policy: PolicyTable;
  /** @default none, as in a bundle of an older release */
  readonly contracts?: readonly BundledContract[];
}

/** The text that is signed. */
export const printBundle = ({
  version,
  composedAt,
  subgraphs,
  supergraph,
  publicSchema,
  policy,
  contracts,
}: Bundle): string =>
  JSON.stringify({ format: FORMAT, version, composedAt, subgraphs, supergraph, publicSchema, policy, contracts });

/** The bundle of a text whose signature holds. Throws a sentence where it is none, or of another format. */
export const parseBundle = (text: string): Bundle => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new Error("What is signed is not JSON.", { cause });
  }
  const read = bundle.safeParse(json);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new Error(`What is signed is no bundle of ${FORMAT}: ${issue?.path.join(".")} ${issue?.message}.`);
  }
  const { version, composedAt, subgraphs, supergraph, publicSchema, policy: table, contracts } = read.data;
  return { version, composedAt, subgraphs, supergraph, publicSchema, policy: table, contracts };
};
