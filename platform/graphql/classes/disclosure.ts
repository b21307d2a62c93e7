/** Decorators by which schema classes declare disclosure; they print as the directives of "disclosure v1.0". */
import type { Mask, PersonalCategory, Reason, Tier } from "../../disclosure/vocabulary/index.js";
import { Directive } from "./type-graphql.js";

const quoted = (value: string): string => JSON.stringify(value);

const printed = (name: string, args: Record<string, string | undefined>): string =>
  `@${name}(${Object.entries(args)
    .flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${value}`]))
    .join(", ")})`;

/** What a closed field says of itself. */
export interface Closure {
  /** Audiences that read it; MASKED with a mask lets the public see a part; empty where a guard alone decides. */
  readonly tier: readonly Tier[];
  readonly reason: Reason;
  /** Id of a legal basis in schema/legal-bases.json. */
  readonly basis: string;
  /** Day from which the closure is due for review, YYYY-MM-DD. */
  readonly until?: string;
  readonly mask?: Mask;
}

/** Marks a field as not public. */
export const Closed = (closure: Closure): PropertyDecorator & MethodDecorator =>
  Directive(
    printed("closed", {
      tier: `[${closure.tier.join(", ")}]`,
      reason: closure.reason,
      basis: quoted(closure.basis),
      until: closure.until === undefined ? undefined : quoted(closure.until),
      mask: closure.mask,
    }),
  );

/** Marks a field that looks personal as reviewed and public. */
export const Open = (review: { reviewed: string; by: string }): PropertyDecorator & MethodDecorator =>
  Directive(printed("open", { reviewed: quoted(review.reviewed), by: quoted(review.by) }));

/** Marks a type as personal data: every field of it must then be decided. */
export const Personal = (category: PersonalCategory): ClassDecorator =>
  Directive(printed("personal", { category })) as ClassDecorator;

/**
 * Names the properties of a row from which OWNER, AGENCY and SUPERVISOR are decided. `audited` marks records of public
 * money: auditors of finance count as supervisors of their division there, and nowhere else.
 */
export const OwnedRecord = (paths: {
  subject?: string;
  agency?: string;
  division?: string;
  audited?: boolean;
}): ClassDecorator =>
  Directive(
    printed("record", {
      subject: paths.subject === undefined ? undefined : quoted(paths.subject),
      agency: paths.agency === undefined ? undefined : quoted(paths.agency),
      division: paths.division === undefined ? undefined : quoted(paths.division),
      audited: paths.audited ? "true" : undefined,
    }),
  ) as ClassDecorator;

/**
 * Marks a type whose objects and open fields are the same whoever asks, or one such field: requests for nothing else are made as nobody
 * (decision 63). Nothing that makes them may read the viewer.
 */
export const SameForAll = (): ClassDecorator & PropertyDecorator & MethodDecorator =>
  Directive("@sameForAll") as ClassDecorator & PropertyDecorator & MethodDecorator;

/** Purposes for which a closed field may be read. */
export const Purpose = (purpose: { codes: readonly string[]; basis: string }): PropertyDecorator & MethodDecorator =>
  Directive(printed("purpose", { codes: listed(purpose.codes), basis: quoted(purpose.basis) }));

/** Marks a figure whose small groups are suppressed (hiddenCells). */
export const Aggregate = (minGroup: number): PropertyDecorator & MethodDecorator =>
  Directive(printed("aggregate", { minGroup: String(minGroup) }));

const listed = (names: readonly string[]): string => `[${names.map(quoted).join(", ")}]`;
const alternatives = (lists: readonly (readonly string[])[]): string => `[${lists.map(listed).join(", ")}]`;

/** Guards a closed field: no one reads it without signing in. */
export const Authenticated = (): PropertyDecorator & MethodDecorator => Directive("@authenticated");

/** Guards a closed field by scopes of the token: alternatives, each of scopes that must all be held. */
export const RequiresScopes = (scopes: readonly (readonly string[])[]): PropertyDecorator & MethodDecorator =>
  Directive(printed("requiresScopes", { scopes: alternatives(scopes) }));

/** Guards a closed field by policies: alternatives, each of policies that must all be granted. */
export const PolicyGuard = (policies: readonly (readonly string[])[]): PropertyDecorator & MethodDecorator =>
  Directive(printed("policy", { policies: alternatives(policies) }));
