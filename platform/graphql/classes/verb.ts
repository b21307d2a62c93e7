/** The decorator of mutations: a verb of the field, and who may ever do it; others are refused before anything is planned (decision 80). */
import type { Tier } from "../../disclosure/vocabulary/index.js";
import { Closed } from "./disclosure.js";
import { Arg, Mutation, type ClassType } from "./type-graphql.js";

/** What a verb says of itself. */
export interface VerbOptions {
  /** Audiences of which whoever does it is one: OWNER for the subject or agent, AGENCY for officers, SUPERVISOR. */
  readonly by: readonly Extract<Tier, "OWNER" | "AGENCY" | "SUPERVISOR">[];
  /** Id in schema/legal-bases.json of the law that gives it to them. */
  readonly basis: string;
  readonly description: string;
}

/** Declares a mutation of the method's name; its payload is null where it is refused. */
export const Verb =
  (payload: () => ClassType, { by, basis, description }: VerbOptions): MethodDecorator =>
  (prototype, name, descriptor) => {
    Mutation(payload, { nullable: true, description })(prototype, name, descriptor);
    Closed({ tier: by, reason: "LEGAL_PROHIBITION", basis })(prototype, name, descriptor);
  };

/** The one argument of a verb; its type is the parameter's class. */
export const VerbInput = (): ParameterDecorator =>
  Arg("input", { description: "What is done (输入)." }) as ParameterDecorator;
