/** Takes out of a contract what hangs on what is left out: fields without their type, types without a field, and what no root leads to. Pure. */
import {
  Kind,
  specifiedScalarTypes,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  type TypeDefinitionNode,
} from "graphql";
import { carriesLists, isRootType } from "../declarations.js";
import { namedType } from "../schema-index.js";
import { isRequired, type Misfit } from "./choose.js";

/** Definitions by name. */
export type Types = ReadonlyMap<string, TypeDefinitionNode>;

const BUILT_IN: ReadonlySet<string> = new Set(specifiedScalarTypes.map(({ name }) => name));

/** Fields by which a type that carries lists gives what it lists. */
const ELEMENTS: ReadonlySet<string> = new Set(["nodes", "edges", "node"]);

/**
 * Those of the chosen types that hold together; what must be given and can not be is told. `all` are the types of the public schema: an
 * abstract type is in where all that may stand behind it are, so that no value of a field is lost.
 */
export const settled = (all: Types, chosen: Types, misfits: Misfit[]): Types => {
  const settling = new Settling(chosen, membersOf(all), misfits);
  settling.run();
  return reachable(settling.types);
};

class Settling {
  readonly types: Map<string, TypeDefinitionNode>;
  private readonly told = new Set<string>();

  constructor(
    private readonly chosen: Types,
    private readonly members: Members,
    private readonly misfits: Misfit[],
  ) {
    this.types = new Map(chosen);
  }

  run(): void {
    for (let changed = true; changed;) {
      changed = false;
      for (const [name, node] of this.types) {
        const left = this.left(node);
        if (left === node) continue;
        changed = true;
        if (left) this.types.set(name, left);
        else this.types.delete(name);
      }
    }
  }

  private has(name: string): boolean {
    return BUILT_IN.has(name) || this.types.has(name);
  }

  /** The same node where nothing of it is lost; undefined where nothing is left. */
  private left(node: TypeDefinitionNode): TypeDefinitionNode | undefined {
    if (this.members.get(node.name.value)?.some((name) => !this.has(name))) return undefined;
    switch (node.kind) {
      case Kind.OBJECT_TYPE_DEFINITION:
      case Kind.INTERFACE_TYPE_DEFINITION: {
        const fields = this.fieldsLeft(node.name.value, node.fields ?? []);
        const interfaces = (node.interfaces ?? []).filter(({ name }) => this.has(name.value));
        if (fields.length === 0 || this.listsNothing(node.name.value, fields)) return undefined;
        const isSame =
          fields.every((field, index) => field === node.fields?.[index]) &&
          fields.length === node.fields?.length &&
          interfaces.length === (node.interfaces ?? []).length;
        return isSame ? node : { ...node, fields, interfaces };
      }
      case Kind.INPUT_OBJECT_TYPE_DEFINITION: {
        const fields = this.given(node.fields ?? [], (name) => `${node.name.value}.${name}`);
        if (fields.length === 0) return undefined;
        return fields.length === node.fields?.length ? node : { ...node, fields };
      }
      default:
        return node;
    }
  }

  private fieldsLeft(type: string, fields: readonly FieldDefinitionNode[]): FieldDefinitionNode[] {
    return fields
      .filter((field) => this.has(namedType(field.type)))
      .map((field) => {
        const given = this.given(field.arguments ?? [], (name) => `${type}.${field.name.value}(${name}:)`);
        return given.length === (field.arguments ?? []).length ? field : { ...field, arguments: given };
      });
  }

  private given(
    values: readonly InputValueDefinitionNode[],
    coordinateOf: (name: string) => string,
  ): InputValueDefinitionNode[] {
    return values.filter((value) => {
      const type = namedType(value.type);
      if (this.has(type)) return true;
      const coordinate = coordinateOf(value.name.value);
      if (isRequired(value) && !this.told.has(coordinate)) {
        this.told.add(coordinate);
        this.misfits.push({
          coordinate,
          text: `must be given and is a ${type}, of which nothing is left: make it optional, or leave what it is given to out too.`,
        });
      }
      return false;
    });
  }

  /** True for a list whose elements are left out. */
  private listsNothing(type: string, fields: readonly FieldDefinitionNode[]): boolean {
    if (!carriesLists(type)) return false;
    const names = (of: readonly FieldDefinitionNode[]): boolean => of.some(({ name }) => ELEMENTS.has(name.value));
    const before = this.chosen.get(type);
    return before !== undefined && "fields" in before && names((before.fields ?? []) as never) && !names(fields);
  }
}

/** What may stand behind an abstract type, by its name. */
type Members = ReadonlyMap<string, readonly string[]>;

const membersOf = (types: Types): Members => {
  const members = new Map<string, string[]>();
  const add = (type: string, member: string): void => void members.set(type, [...(members.get(type) ?? []), member]);
  for (const node of types.values()) {
    if ("interfaces" in node) for (const { name } of node.interfaces ?? []) add(name.value, node.name.value);
    if ("types" in node) for (const { name } of node.types ?? []) add(node.name.value, name.value);
  }
  return members;
};

/** What a root leads to; objects are also met behind their interfaces. */
const reachable = (types: Types): Types => {
  const members = membersOf(types);
  const found = new Set<string>();
  const waiting = [...types.keys()].filter(isRootType);
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const node = types.get(name);
    if (found.has(name) || !node) continue;
    found.add(name);
    waiting.push(...namedIn(node), ...(members.get(name) ?? []));
  }
  return new Map([...types].filter(([name]) => found.has(name)));
};

const namedIn = (node: TypeDefinitionNode): string[] => [
  ...("interfaces" in node ? (node.interfaces ?? []).map(({ name }) => name.value) : []),
  ...("fields" in node
    ? (node.fields ?? []).flatMap((field) => [
        namedType(field.type),
        ...("arguments" in field ? (field.arguments ?? []).map(({ type }) => namedType(type)) : []),
      ])
    : []),
];
