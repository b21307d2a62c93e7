/** Writes attacks from a tape of numbers: mostly valid words of the schema in shapes that no client would send. */
import fc from "fast-check";
import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isNonNullType,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
} from "graphql";
import { times, type Attack } from "./attack.js";

const HOSTILE_VALUES = [
  "-1",
  "2147483647",
  "2147483648",
  "1e400",
  '"\\u0000"',
  "null",
  "[[[1]]]",
  "{ a: { b: 1 } }",
  "$v0",
  "$v1",
  "ONE",
  '"x"',
  "1",
  "100",
];
const VARIABLES: readonly unknown[] = [
  1,
  100,
  -1,
  null,
  "x",
  "\u0000",
  [[[]]],
  { a: { b: {} } },
  2 ** 31,
  1e300,
  true,
  "x".repeat(2_000),
];
const CONDITIONS = ["@include(if: true)", "@skip(if: false)", "@skip(if: true)"];
const SPACE = [" ", "\n", ",", "\t", "\r\n", " #{\n", ",,, "];
const NAMES = ["__proto__", "constructor", "__typename", "id", "nodes", "gg_0", "_entities", "a", "a", "b"];

/** Attacks as fast-check makes and shrinks them. */
export const attacksOf = (schema: GraphQLSchema): fc.Arbitrary<Attack> =>
  fc.array(fc.nat(100_000), { minLength: 20, maxLength: 200 }).map((tape) => writeAttack(schema, tape));

/** Attacks of a seed, the same for the same. */
export const generatedAttacks = (schema: GraphQLSchema, { seed, count }: { seed: number; count: number }): Attack[] =>
  fc.sample(attacksOf(schema), { seed, numRuns: count });

/** The attack of a tape; the same for the same tape. */
export const writeAttack = (schema: GraphQLSchema, tape: readonly number[]): Attack =>
  new AttackWriter(schema, tape).attack();

class AttackWriter {
  private position = 0;
  private budget: number;
  private readonly fragments: number;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly tape: readonly number[],
  ) {
    this.budget = this.of([3, 6, 12, 20, 30, 60, 150, 400]);
    this.fragments = this.next(3) > 0 ? 0 : this.next(3) > 0 ? 1 + this.next(3) : this.next(24);
  }

  attack(): Attack {
    const root = this.schema.getQueryType()!;
    const variables = Object.fromEntries([0, 1].map((index) => [`v${index}`, VARIABLES[this.next(VARIABLES.length)]]));
    const inputs = ["Int", "Int!", "String", "Boolean!", "[Int!]", "Explode"];
    const head = this.next(4) > 0 ? "query" : `query ($v0: ${this.of(inputs)} $v1: ${this.of(inputs)} = 1)`;
    const operation = `${head} ${this.directives()} ${this.set(root, 1)}`;
    const types = Object.values(this.schema.getTypeMap()).filter(isCompositeType);
    const fragments = times(this.fragments, (index) => {
      const on = this.of(types);
      return `fragment F${index} on ${on.name} ${this.directives()} ${this.set(on, 2)}`;
    });
    const more = this.next(20) === 0 ? " { __typename }" : this.next(20) === 0 ? " scalar A" : "";
    return {
      name: "generated",
      query: `${operation} ${fragments}${more}`.replaceAll(" ", () => this.of(SPACE)),
      variables,
    };
  }

  private next(below: number): number {
    return (this.tape[this.position++ % this.tape.length] ?? 0) % below;
  }

  private of<Value>(values: readonly Value[]): Value {
    return values[this.next(values.length)]!;
  }

  private directives(): string {
    const count = this.next(400) === 0 ? 22 : this.next(10) === 0 ? 1 + this.next(2) : 0;
    return times(count, () =>
      this.next(20) === 0 ? this.of(["@a", "@skip", "@include(if: $v1)"]) : this.of(CONDITIONS),
    );
  }

  private set(type: GraphQLCompositeType, depth: number): string {
    const width = [1, 1, 1, 2, 2, 3, 6, 40][this.next(8)]!;
    return `{ ${times(Math.max(1, Math.min(width, this.budget)), () => this.selection(type, depth))} }`;
  }

  private selection(type: GraphQLCompositeType, depth: number): string {
    this.budget -= 1;
    const deep = depth > 14 || this.budget < 0;
    const kind = this.next(16);
    if (kind === 0 || deep) return "__typename";
    if (kind === 1 && this.fragments > 0) return `...F${this.next(this.fragments + 1)} ${this.directives()}`;
    if (kind === 2) return `... ${this.directives()} ${this.set(type, depth)}`;
    if (kind === 3 || (isAbstractType(type) && kind < 12)) {
      const others = isAbstractType(type) ? this.schema.getPossibleTypes(type) : [type];
      const on = this.next(40) === 0 ? this.of(Object.values(this.schema.getTypeMap())).name : this.of(others).name;
      const inner = this.schema.getType(on);
      return `... on ${on} ${this.set(isCompositeType(inner) ? inner : type, depth)}`;
    }
    const fields = "getFields" in type ? Object.values(type.getFields()) : [];
    if ((kind === 4 && this.next(12) === 0) || fields.length === 0) return `${this.of(NAMES)} ${this.directives()}`;
    return this.field(this.fieldOf(fields), depth);
  }

  /** Links more often than leaves: they are what an attack is made of. */
  private fieldOf(fields: readonly GraphQLField<unknown, unknown>[]): GraphQLField<unknown, unknown> {
    const links = fields.filter((field) => isCompositeType(getNamedType(field.type)));
    return this.of(links.length > 0 && this.next(4) > 0 ? links : fields);
  }

  private field({ name, args, type }: GraphQLField<unknown, unknown>, depth: number): string {
    const alias = this.next(5) === 0 ? `${this.of(NAMES)}: ` : "";
    const given = args.filter((argument) => isNonNullType(argument.type) || this.next(4) === 0);
    const values = given.map(
      (argument) =>
        `${argument.name}: ${this.next(15) === 0 ? this.of(HOSTILE_VALUES) : this.good(String(getNamedType(argument.type)))}`,
    );
    const result = getNamedType(type);
    const set = isCompositeType(result) ? ` ${this.set(result, depth + 1)}` : "";
    return `${alias}${name}${values.length > 0 ? `(${values.join(" ")})` : ""} ${this.directives()}${set}`;
  }

  private good(type: string): string {
    return type === "Int" ? String(this.next(30)) : type === "Boolean" ? "true" : `"${this.next(9)}"`;
  }
}
