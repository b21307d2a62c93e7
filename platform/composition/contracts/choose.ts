/** What of a schema a contract chooses by tags and closures, before it is known what hangs on what. Pure. */
import {
  Kind,
  type DefinitionNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  type TypeDefinitionNode,
} from "graphql";
import type { Contract } from "../../config/index.js";
import { carriesLists } from "../declarations.js";
import type { TagsOf } from "./tags.js";

/** By what a contract chooses. */
export interface Choosing {
  readonly contract: Contract;
  readonly tagsOf: TagsOf;
  /** True for a field that not everyone may read. */
  readonly isClosed: (type: string, field: string) => boolean;
  /** Of a root that stands for others, whether it is in; undefined of any other. @default none does */
  readonly standsIn?: StandsIn | undefined;
}

/** Where a part of a graph is composed, roots stand for the ways by which its types are reached in the whole. */
export type StandsIn = (contract: string, root: FieldDefinitionNode) => boolean | undefined;

/** What does not fit, of a coordinate of the public schema, or of the contract as a whole. */
export interface Misfit {
  readonly coordinate?: string;
  /** What is said of it after its place. */
  readonly text: string;
}

/** True for a definition of a type. */
export const isTypeDefinition = (node: DefinitionNode): node is TypeDefinitionNode =>
  node.kind.endsWith("TypeDefinition");

/** True where a value must be given. */
export const isRequired = ({ type, defaultValue }: InputValueDefinitionNode): boolean =>
  type.kind === Kind.NON_NULL_TYPE && defaultValue === undefined;

/** Chooses among definitions, and keeps what does not fit. */
export class Choice {
  readonly misfits: Misfit[] = [];

  constructor(private readonly by: Choosing) {}

  /** The definition as far as it is chosen; undefined where it is left out as a whole. */
  of(node: TypeDefinitionNode): TypeDefinitionNode | undefined {
    const type = node.name.value;
    if (this.isExcluded(type)) return undefined;
    switch (node.kind) {
      case Kind.OBJECT_TYPE_DEFINITION:
      case Kind.INTERFACE_TYPE_DEFINITION: {
        const interfaces = (node.interfaces ?? []).map(({ name }) => name.value);
        const fields = (node.fields ?? []).filter((field) => this.takes(type, interfaces, field));
        return { ...node, fields: fields.map((field) => this.withArguments(type, field)) };
      }
      case Kind.ENUM_TYPE_DEFINITION:
        for (const { name } of node.values ?? [])
          if (this.isExcluded(`${type}.${name.value}`))
            this.misfits.push({
              coordinate: `${type}.${name.value}`,
              text: "is to be left out, and what fields give is never narrowed: take the tag away, or tag the whole enum.",
            });
        return node;
      case Kind.INPUT_OBJECT_TYPE_DEFINITION:
        return { ...node, fields: this.given(node.fields ?? [], (name) => `${type}.${name}`) };
      default:
        return node;
    }
  }

  /** True where the field says of itself that it is of the contract. */
  asksIn(type: string, field: string): boolean {
    const { contract, tagsOf } = this.by;
    const own = tagsOf(`${type}.${field}`);
    return (
      contract.include.some((tag) => own.has(tag)) && !this.isExcluded(type) && !this.isExcluded(`${type}.${field}`)
    );
  }

  /** True for a field that the contract may not hold. */
  isBarred(type: string, interfaces: readonly string[], field: string): boolean {
    const { contract, isClosed } = this.by;
    return !contract.closed && [type, ...interfaces].some((one) => isClosed(one, field));
  }

  private isExcluded(coordinate: string): boolean {
    const { contract, tagsOf } = this.by;
    const tags = tagsOf(coordinate);
    return contract.exclude.some((tag) => tags.has(tag));
  }

  private takes(type: string, interfaces: readonly string[], field: FieldDefinitionNode): boolean {
    const { contract, tagsOf } = this.by;
    const name = field.name.value;
    const standsIn = type === "Query" ? this.by.standsIn?.(contract.name, field) : undefined;
    if (standsIn !== undefined) return standsIn;
    if (this.isExcluded(`${type}.${name}`) || this.isBarred(type, interfaces, name)) return false;
    // A list is in where its elements are.
    if (contract.include.length === 0 || carriesLists(type)) return true;
    const [whole, own] = [tagsOf(type), tagsOf(`${type}.${name}`)];
    return contract.include.some((tag) => whole.has(tag) || own.has(tag));
  }

  private withArguments(type: string, field: FieldDefinitionNode): FieldDefinitionNode {
    const of = (name: string): string => `${type}.${field.name.value}(${name}:)`;
    return field.arguments?.length ? { ...field, arguments: this.given(field.arguments, of) } : field;
  }

  private given(
    values: readonly InputValueDefinitionNode[],
    coordinateOf: (name: string) => string,
  ): InputValueDefinitionNode[] {
    return values.filter((value) => {
      const coordinate = coordinateOf(value.name.value);
      if (!this.isExcluded(coordinate)) return true;
      if (isRequired(value))
        this.misfits.push({
          coordinate,
          text: `must be given and is left out: make it optional, or tag what it is given to instead.`,
        });
      return false;
    });
  }
}
