/** Writes valid documents over any schema from a tape of numbers: aliases named like keys, fragments, conditions, arguments as literals and as variables. */
import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isRequiredInputField,
  parse,
  validate,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
} from "graphql";
import type { Facts } from "./federated-graph.js";

/** A document with its variables. */
export interface WrittenDocument {
  readonly query: string;
  readonly variables: Facts;
}

/** Names that mean something to planners and prototypes; the fields of the schema are added to them. */
const NAMES = ["__proto__", "constructor", "gg_0", "gg_1", "v0", "_entities", "e0", "x"];
/** Levels below which a document asks for leaves alone; what a target asks stands one above them. */
const [DEEPEST, LEAVES] = [5, 4];
const TEXTS = ["1", "2", "3", "9"];

/** Values of scalars that are no free text. */
const CODES: Readonly<Record<string, readonly string[]>> = {
  Date: ["2026-09-28", "1582-10-10"],
  DateTime: ["2026-09-28T04:00:00Z"],
  USCC: ["91990101MA9000011P"],
  DivisionCode: ["222400", "220000", "990101"],
  CatalogCode: ["220131001000"],
  DocumentNumber: ["吉财农指〔2026〕35号"],
};

/** What a document asks for in any case. */
export interface Target {
  /** Fields from the root to an object, each with the type whose field it is. */
  readonly way: readonly Step[];
  readonly on: GraphQLCompositeType;
  /** Fields of the object, with all their arguments. */
  readonly asked: readonly GraphQLField<unknown, unknown>[];
}

/** A field on the way to an object. */
export interface Step {
  readonly on: GraphQLCompositeType;
  readonly field: GraphQLField<unknown, unknown>;
}

/** The document of a tape; undefined where it is not valid (fields of one name that do not merge). */
export const writeDocument = (
  schema: GraphQLSchema,
  tape: readonly number[],
  target?: Target,
): WrittenDocument | undefined => {
  const writer = new Writer(schema, tape);
  const document = writer.document(target);
  return validate(schema, parse(document.query)).length === 0 ? document : undefined;
};

class Writer {
  private position = 0;
  private readonly fragments: string[] = [];
  private readonly definitions: string[] = [];
  private readonly variables: Facts = {};
  private readonly names: readonly string[];

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly tape: readonly number[],
  ) {
    const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith("__"));
    const fields = types.flatMap((type) => ("getFields" in type ? Object.keys(type.getFields()) : []));
    this.names = [...new Set([...NAMES, ...fields])];
  }

  document(target?: Target): WrittenDocument {
    const root = this.schema.getQueryType()!;
    const set = target ? this.leading(root, target.way, target) : this.selectionSet(root, 1);
    const head = this.definitions.length > 0 ? `query(${this.definitions.join(" ")})` : "query";
    return { query: [head, set, ...this.fragments].join(" "), variables: this.variables };
  }

  /** The selection set that leads to the target, with something of its own beside it now and then. */
  private leading(type: GraphQLCompositeType, way: readonly Step[], target: Target): string {
    const [step, ...rest] = way;
    const leads = step
      ? [this.on(step.on, type, `${this.called(step.field)} ${this.leading(this.resultOf(step.field), rest, target)}`)]
      : target.asked.map((field) => this.on(target.on, type, this.asked(field, LEAVES, true)));
    // Beside the root mostly, where another service often answers.
    const isBeside = way === target.way ? this.next(3) > 0 : this.next(3) === 0;
    const beside = isBeside && !isAbstractType(type) ? [this.selection(type, LEAVES)] : [];
    return `{ ${[...leads, ...beside].join(" ")} }`;
  }

  /** Selections of one type within a set of another. */
  private on(type: GraphQLCompositeType, within: GraphQLCompositeType, selections: string): string {
    const kind = this.next(6);
    if (type === within && kind > 1) return selections;
    if (kind === 0) return this.fragment(type, `{ ${selections} }`);
    return `... on ${type.name} { ${selections} }`;
  }

  private fragment(on: GraphQLCompositeType, set: string): string {
    const name = `F${this.fragments.length}`;
    this.fragments.push(`fragment ${name} on ${on.name} ${set}`);
    return `...${name}`;
  }

  private resultOf({ type }: GraphQLField<unknown, unknown>): GraphQLCompositeType {
    return getNamedType(type) as GraphQLCompositeType;
  }

  /** A field under its own name, with what it can not do without. */
  private called({ name, args }: GraphQLField<unknown, unknown>): string {
    const given = args.filter(isRequiredArgument).flatMap((argument) => this.argument(argument, true));
    return `${name}${given.length > 0 ? `(${given.join(", ")})` : ""}`;
  }

  private next(below: number): number {
    return (this.tape[this.position++ % this.tape.length] ?? 0) % below;
  }

  private of<Value>(values: readonly Value[]): Value {
    return values[this.next(values.length)]!;
  }

  private variable(type: string, value: unknown): string {
    const name = `w${this.definitions.length}`;
    this.definitions.push(`$${name}: ${type}`);
    this.variables[name] = value;
    return `$${name}`;
  }

  private condition(): string {
    const kind = this.next(12);
    if (kind > 3) return "";
    const value = this.next(3) > 0;
    const written = this.next(2) === 0 ? String(value) : this.variable("Boolean!", value);
    return kind < 2 ? `@include(if: ${written})` : `@skip(if: ${written})`;
  }

  private value(type: GraphQLInputType): unknown {
    if (isNonNullType(type)) return this.value(type.ofType as GraphQLInputType);
    if (isListType(type))
      return Array.from({ length: this.next(3) }, () => this.value(type.ofType as GraphQLInputType));
    if (isEnumType(type)) return this.of(type.getValues()).name;
    if (isInputObjectType(type))
      return Object.fromEntries(
        Object.values(type.getFields())
          .filter((field) => isRequiredInputField(field) || this.next(2) === 0)
          .map((field) => [field.name, this.value(field.type)]),
      );
    const { name } = getNamedType(type);
    if (CODES[name]) return this.of(CODES[name]);
    return name === "Int" ? this.next(5) : name === "Boolean" ? this.next(2) === 0 : this.of(TEXTS);
  }

  private argument(argument: GraphQLArgument, always = false): string[] {
    if (!always && !isRequiredArgument(argument) && this.next(3) === 0) return [];
    const value = this.value(argument.type);
    const written = this.next(2) === 0 ? this.variable(String(argument.type), value) : literal(value, argument.type);
    return [`${argument.name}: ${written}`];
  }

  private selectionSet(type: GraphQLCompositeType, depth: number): string {
    const selections = Array.from({ length: 1 + this.next(4) }, () => this.selection(type, depth));
    return `{ ${selections.join(" ")} }`;
  }

  private selection(type: GraphQLCompositeType, depth: number): string {
    const kind = this.next(10);
    const alias = this.next(2) === 0 ? `${this.of(this.names)}: ` : "";
    const fields = "getFields" in type ? Object.values(type.getFields()) : [];
    if (kind === 0) return `${alias}__typename ${this.condition()}`;
    if (depth < DEEPEST && (kind < 3 || (isAbstractType(type) && kind < 6) || fields.length === 0)) {
      const on = this.narrowed(type);
      const set = this.selectionSet(on, depth + 1);
      if (this.next(2) === 0) return `... on ${on.name} ${this.condition()} ${set}`;
      return `${this.fragment(on, set)} ${this.condition()}`;
    }
    const leaves = fields.filter((field) => !isCompositeType(getNamedType(field.type)));
    const usable = depth < DEEPEST ? fields : leaves;
    if (usable.length === 0) return `${alias}__typename`;
    return `${alias}${this.asked(this.of(usable), depth)}`;
  }

  private asked(field: GraphQLField<unknown, unknown>, depth: number, always = false): string {
    const given = field.args.flatMap((argument) => this.argument(argument, always));
    const asked = `${field.name}${given.length > 0 ? `(${given.join(", ")})` : ""} ${always ? "" : this.condition()}`;
    const result = getNamedType(field.type);
    return isCompositeType(result) ? `${asked} ${this.selectionSet(result, depth + 1)}` : asked;
  }

  /** The type, or one that its objects may be of. */
  private narrowed(type: GraphQLCompositeType): GraphQLCompositeType {
    if (!isAbstractType(type)) return this.of([type, ...type.getInterfaces()]);
    const possible = this.schema.getPossibleTypes(type);
    return this.of([type, ...possible, ...possible.flatMap((one) => one.getInterfaces())]);
  }
}

const literal = (value: unknown, type: GraphQLInputType): string => {
  if (isNonNullType(type)) return literal(value, type.ofType as GraphQLInputType);
  if (Array.isArray(value) && isListType(type))
    return `[${value.map((element) => literal(element, type.ofType as GraphQLInputType)).join()}]`;
  if (isInputObjectType(type)) {
    const fields = type.getFields();
    return `{ ${Object.entries(value as Facts)
      .map(([name, part]) => `${name}: ${literal(part, fields[name]!.type)}`)
      .join()} }`;
  }
  return isEnumType(type) ? String(value) : JSON.stringify(value);
};

/** Every field and argument of the types that queries reach, as coordinates. */
export const coordinatesOf = (schema: GraphQLSchema): Set<string> => {
  const found = new Set<string>();
  const types: GraphQLCompositeType[] = [schema.getQueryType()!];
  for (const type of types) {
    if (isAbstractType(type))
      for (const one of schema.getPossibleTypes(type)) if (!types.includes(one)) types.push(one);
    for (const { name, args, type: of } of "getFields" in type ? Object.values(type.getFields()) : []) {
      found.add(`${type.name}.${name}`);
      for (const argument of args) found.add(`${type.name}.${name}(${argument.name})`);
      const result = getNamedType(of);
      if (isCompositeType(result) && !types.includes(result)) types.push(result);
    }
  }
  return found;
};
