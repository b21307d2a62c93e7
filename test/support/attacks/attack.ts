/** A request that asks for trouble, and what becomes of it. */

/** What is refused, by code of the error and, for limits, the reason that names the limit. */
export type Refusal =
  "GRAPHQL_VALIDATION_FAILED" | "GRAPHQL_PARSE_FAILED" | "BAD_USER_INPUT" | { readonly limit: string };

/** One attack. */
export interface Attack {
  readonly name: string;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  /** The text of the body where it is no ordinary one. */
  readonly body?: string;
  /** undefined where it is answered: it is at a limit and not beyond it. */
  readonly refused?: Refusal;
  /** Status of the refusal. @default 400 */
  readonly status?: number;
}

/** Attacks by what they try. */
export type AttackTable = Readonly<Record<string, readonly Attack[]>>;

/** Parts, one for each index, with a space between. */
export const times = (count: number, part: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => part(index)).join(" ");

/** Selections of organisations; three levels stand above them. */
export const organizations = (selections: string): string => `organizations(first: 1) { nodes { ${selections} } }`;

/** A refusal by a limit. */
export const limit = (reason: string): Refusal => ({ limit: reason });
