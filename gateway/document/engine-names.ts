/**
 * Names under which the engine asks. A client's alias may be the name of a key or of a required field, and a planner would take
 * the one for the other: no name that a client chose goes on to planning.
 */
import {
  Kind,
  print,
  visit,
  type ArgumentNode,
  type FieldNode,
  type GraphQLField,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
} from "graphql";
import { GATEWAY_PREFIXES } from "../../platform/disclosure/vocabulary/index.js";

/** Names of one document. */
export class EngineNames {
  private readonly aliases = new Map<string, string>();
  private readonly variables = new Map<string, string>();

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
    const asked = (given ?? []).map((argument) => this.renamed(argument));
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
    return [...this.variables].flatMap(([client, value]) => {
      const { type, defaultValue } = byName.get(client) ?? {};
      const variable = { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value } } as const;
      return type
        ? [{ kind: Kind.VARIABLE_DEFINITION, variable, type, ...(defaultValue ? { defaultValue } : {}) }]
        : [];
    });
  }

  /** Client's names of variables to the engine's. */
  renamedVariables(): ReadonlyMap<string, string> {
    return this.variables;
  }

  private alias(text: string): string {
    const known = this.aliases.get(text) ?? `${GATEWAY_PREFIXES.alias}${this.aliases.size}`;
    this.aliases.set(text, known);
    return known;
  }

  private renamed(argument: ArgumentNode): ArgumentNode {
    return visit(argument, {
      Variable: ({ name }) => ({ kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: this.variable(name.value) } }),
    });
  }
}

const fieldNode = (name: string, alias: string | undefined, given: readonly ArgumentNode[]): FieldNode => ({
  kind: Kind.FIELD,
  name: { kind: Kind.NAME, value: name },
  ...(alias === undefined ? {} : { alias: { kind: Kind.NAME, value: alias } }),
  ...(given.length > 0 ? { arguments: given } : {}),
});
