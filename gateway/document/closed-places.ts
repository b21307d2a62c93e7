/** Finds the closed fields of a document: at which places it asks for them, and in which of the types that an object can have there. */
import type { GraphQLSchema } from "graphql";
import type { FieldRule } from "../../platform/disclosure/table/index.js";
import type { FieldEntry, Occurrence } from "../answer/answer-shape.js";
import type { RuleIndex } from "../disclosure/rule-index.js";
import type { Variables } from "./conditions.js";

/** What compiling works with. */
export interface CompileOptions {
  readonly schema: GraphQLSchema;
  readonly rules: RuleIndex;
  /** True for rules whose field the viewers may read in no row. */
  readonly isDenied: (rule: FieldRule) => boolean;
  /** Values that decide conditions. */
  readonly variables: Variables;
}

/** Where a field is asked for. */
interface Where {
  /** Object types that the object can have here. */
  readonly possible: ReadonlySet<string>;
  readonly path: readonly string[];
  readonly enginePath: readonly string[];
}

/** The closed fields that one document asks for, in the order in which they are met. */
export class ClosedPlaces {
  readonly occurrences: Occurrence[] = [];
  /** Those that the viewers may read in no row. */
  readonly denied: Occurrence[] = [];

  constructor(private readonly options: Pick<CompileOptions, "rules" | "isDenied">) {}

  /** The types that the object can have here by the rule that denies the field in them. */
  groups(
    { key, name, engineKey }: FieldEntry,
    { possible, path, enginePath }: Where,
  ): Map<Occurrence | undefined, Set<string>> {
    const groups = new Map<Occurrence | undefined, Set<string>>();
    const known = new Map<FieldRule, Occurrence>();
    for (const type of possible) {
      const rules = this.options.rules.of(type, name);
      const denying = rules.find((rule) => this.options.isDenied(rule));
      const rule = denying ?? rules[0];
      let occurrence = rule && known.get(rule);
      if (rule && !occurrence) {
        occurrence = {
          path: [...path, key],
          enginePath: [...enginePath, engineKey].join("."),
          rule,
        };
        known.set(rule, occurrence);
        this.occurrences.push(occurrence);
        if (denying) this.denied.push(occurrence);
      }
      const group = denying ? occurrence : undefined;
      groups.set(group, (groups.get(group) ?? new Set()).add(type));
    }
    return groups;
  }
}
