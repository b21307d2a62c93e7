/**
 * Names under which the engine asks. A client's alias may be the name of a key or of a required field, and a planner would take
 * the one for the other: no name that a client chose goes on to planning. Neither does a value that is written out.
 */
import {
  Kind,
  parseType,
  print,
  visit,
  type ArgumentNode,
  type FieldNode,
  type GraphQLField,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
  type VariableNode,
} from "graphql";
import { GATEWAY_PREFIXES } from "../../platform/disclosure/vocabulary/index.js";
import { AS_WRITTEN, constantOf } from "./constants.js";

/** A value that was written out, as the variable that it has become. */
interface Constant {
  readonly name: string;
  readonly type: string;
  readonly value: unknown;
}

/** Names of one document. */
export class EngineNames {
  private readonly aliases = new Map<string, string>();
  private readonly variables = new Map<string, string>();
  /** By type and value: equal ones are one, so that fields that merge still do. */
  private readonly constants = new Map<string, Constant>();

  constructor(private readonly operation: OperationDefinitionNode) {}

  /**
   * The field as the engine asks for it, without its selection set. A field without arguments that stands under its own name
   * keeps it; every other has an alias. Parts of one response key have one alias, so that they still merge.
   */
  field(
    { alias, name, arguments: given }: FieldNode,
    definition: GraphQLField<unknown, unknown>,
    leaf: boolean,
  ): FieldNode {
    const own = name.value;
    const responseKey = (alias ?? name).value;
    const asked = (given ?? []).map((argument) => this.constant(argument, definition) ?? this.renamed(argument));
    if (responseKey === own && definition.args.length === 0) return fieldNode(own, undefined, []);
    const text = `${own}(${asked.map((argument) => print(argument)).join()}):${String(definition.type)}`;
    // A leaf is the same under each of its names. An object is not: what is null below one name may stand below another.
    const isShared = leaf && this.operation.operation === "query";
    return fieldNode(own, this.alias(isShared ? text : `${responseKey}=${text}`), asked);
  }

  /** The engine's name of a client's variable. */
  variable(name: string): string {
    const known = this.variables.get(name) ?? `v${this.variables.size}`;
    this.variables.set(name, known);
    return known;
  }

  /** Definitions of the variables that the engine was told of. */
  definitions(): VariableDefinitionNode[] {
    const byName = new Map(this.operation.variableDefinitions?.map((node) => [node.variable.name.value, node]));
    const clients = [...this.variables].flatMap(([client, name]): VariableDefinitionNode[] => {
      const { type, defaultValue } = byName.get(client) ?? {};
      if (!type) return [];
      const variable = variableNode(name);
      return [{ kind: Kind.VARIABLE_DEFINITION, variable, type, ...(defaultValue ? { defaultValue } : {}) }];
    });
    const constants = [...this.constants.values()].map(({ name, type }): VariableDefinitionNode => ({
      kind: Kind.VARIABLE_DEFINITION,
      variable: variableNode(name),
      type: parseType(type, { noLocation: true }),
    }));
    return [...clients, ...constants];
  }

  /** Client's names of variables to the engine's. */
  renamedVariables(): ReadonlyMap<string, string> {
    return this.variables;
  }

  /** What was written out, by the engine's names of its variables. */
  constantValues(): Readonly<Record<string, unknown>> {
    return Object.fromEntries([...this.constants.values()].map(({ name, value }) => [name, value]));
  }

  /** The argument with a variable in place of what is written out; undefined where that stays. */
  private constant(
    argument: ArgumentNode,
    { args }: Pick<GraphQLField<unknown, unknown>, "args">,
  ): ArgumentNode | undefined {
    const definition = args.find(({ name }) => name === argument.name.value)!;
    const value = constantOf(argument.value, definition.type);
    if (value === AS_WRITTEN) return undefined;
    const type = String(definition.type);
    const key = `${type} ${JSON.stringify(value)}`;
    const known = this.constants.get(key) ?? { name: `c${this.constants.size}`, type, value };
    this.constants.set(key, known);
    return { ...argument, value: variableNode(known.name) };
  }

  private alias(text: string): string {
    const known = this.aliases.get(text) ?? `${GATEWAY_PREFIXES.alias}${this.aliases.size}`;
    this.aliases.set(text, known);
    return known;
  }

  private renamed(argument: ArgumentNode): ArgumentNode {
    return visit(argument, {
      Variable: ({ name }) => variableNode(this.variable(name.value)),
    });
  }
}

const variableNode = (value: string): VariableNode => ({ kind: Kind.VARIABLE, name: { kind: Kind.NAME, value } });

const fieldNode = (name: string, alias: string | undefined, given: readonly ArgumentNode[]): FieldNode => ({
  kind: Kind.FIELD,
  name: { kind: Kind.NAME, value: name },
  ...(alias === undefined ? {} : { alias: { kind: Kind.NAME, value: alias } }),
  ...(given.length > 0 ? { arguments: given } : {}),
});
