/** Makes a subgraph's schema ask before each step whether anybody still waits, and count the items of lists. */
import {
  defaultFieldResolver,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isObjectType,
  type GraphQLField,
  type GraphQLSchema,
} from "graphql";
import type { RequestWork } from "../database/index.js";

/** What the wrapper needs of a request. */
export interface WorkContext {
  readonly work: RequestWork;
}

/** Once the work ended, null stands for everything: the answer is thrown away, and an error for each place would be work. */
const NOTHING = null;

/** The items are counted; where there were many, they are handed on when others had a turn. */
const admit = (work: RequestWork, value: unknown): unknown => {
  if (!Array.isArray(value)) return value;
  const turn = work.takeNodes(value.length);
  if (turn) return turn.then(() => (work.goesOn() ? value : NOTHING));
  return work.goesOn() ? value : NOTHING;
};

const limitList = (field: GraphQLField<unknown, WorkContext>): void => {
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (source, args, context, info): unknown => {
    const { work } = context;
    if (!work.goesOn()) return NOTHING;
    const value: unknown = resolve(source, args, context, info);
    return value instanceof Promise ? value.then((list: unknown) => admit(work, list)) : admit(work, value);
  };
};

const limitObject = (field: GraphQLField<unknown, WorkContext>): void => {
  const { resolve } = field;
  // What only hands on a part of its object costs nothing.
  if (!resolve) return;
  field.resolve = (source, args, context, info): unknown => {
    return context.work.goesOn() ? resolve(source, args, context, info) : NOTHING;
  };
};

/** Changes the schema in place. Fields of scalars are as they were: they add no work that their object does not bound. */
export const limitWork = (schema: GraphQLSchema): void => {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith("__")) continue;
    for (const field of Object.values(type.getFields())) {
      if (!isCompositeType(getNamedType(field.type))) continue;
      if (isListType(getNullableType(field.type))) limitList(field);
      else limitObject(field);
    }
  }
};
