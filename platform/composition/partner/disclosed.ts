/** What a partner's file makes public, what it closes and why, and what stays between services. */
import { print } from "graphql";
import { basisText, reasonText, TIER_TEXTS, type BasisText } from "../../disclosure/vocabulary/index.js";
import type { FieldRule } from "../../disclosure/table/index.js";
import { isMarked, type SchemaIndex } from "../schema-index.js";
import type { KnownTypes } from "./known-types.js";

/** A field that everyone may read. */
export interface PublicField {
  /** `Type.field`. */
  readonly name: string;
  /** Its type as SDL writes it. */
  readonly type: string;
}

/** A field that not everyone may read. */
export interface ClosedField extends PublicField {
  /** Who reads it, in a few words. */
  readonly readers: string;
  /** Reason and law, in a few words. */
  readonly why: string;
  readonly until?: string;
}

/** Every field that the partner adds to the graph. */
export interface Disclosed {
  readonly public: readonly PublicField[];
  readonly closed: readonly ClosedField[];
  /** Inaccessible fields: asked by the gateway alone. */
  readonly internal: readonly PublicField[];
}

const readersOf = ({ tier, requires }: FieldRule): string => {
  const audiences = tier.map((one) => TIER_TEXTS[one].en).join(", ");
  const guards = [
    ...(requires?.authenticated ? ["who signs in"] : []),
    ...(requires?.scopes ? [`who holds ${alternatives(requires.scopes)}`] : []),
    ...(requires?.policies ? [`whom the policy ${alternatives(requires.policies)} lets through`] : []),
  ].join(" and ");
  if (audiences === "") return guards;
  return guards === "" ? audiences : `${audiences}; of these ${guards}`;
};

const alternatives = (names: readonly (readonly string[])[]): string =>
  names.map((together) => together.join(" and ")).join(" or ");

/** What the partner's fields are to readers; what others give already is left out. */
export const disclosedBy = (
  partner: string,
  index: SchemaIndex,
  others: KnownTypes,
  bases: ReadonlyMap<string, BasisText>,
): Disclosed => {
  const found = { public: [] as PublicField[], closed: [] as ClosedField[], internal: [] as PublicField[] };
  for (const { subgraph, type, node, rule } of index.fields) {
    const [owner, field] = [type.name.value, node.name.value];
    if (subgraph !== partner || isMarked(node, "external") || others.find(owner)?.parts.has(field)) continue;
    const entry = { name: `${owner}.${field}`, type: print(node.type) };
    if (isMarked(node, "inaccessible") || isMarked(type, "inaccessible")) found.internal.push(entry);
    else if (rule === undefined) found.public.push(entry);
    else {
      const basis = bases.get(rule.basis);
      found.closed.push({
        ...entry,
        readers: readersOf(rule),
        why: `${reasonText(rule).en}, ${basis ? basisText(basis, "en") : rule.basis}`,
        ...(rule.until === undefined ? {} : { until: rule.until }),
      });
    }
  }
  return found;
};
