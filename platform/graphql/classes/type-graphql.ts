/** All that is used of type-graphql, and the one file that imports it: a successor is put in here (decision 35). */
import "reflect-metadata";
import { createParameterDecorator, ObjectType as DecorateType } from "type-graphql";
export {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Directive,
  Field,
  FieldResolver,
  Float,
  ID,
  InputType,
  Int,
  Mutation,
  Query,
  Resolver,
  buildSchema,
  createResolversMap,
  createUnionType,
  registerEnumType,
  type ClassType,
  type NonEmptyArray,
} from "type-graphql";

/**
 * An object type. Its fields that only hand on a part of the object have no resolver: graphql-js reads the part itself, where
 * type-graphql would make an object and call three functions for each value.
 */
export const ObjectType = ((...given: readonly unknown[]): ClassDecorator => {
  const options = { simpleResolvers: true, ...(given.find((each) => typeof each === "object") as object) };
  const [name] = given;
  return typeof name === "string" ? DecorateType(name, options) : DecorateType(options);
}) as typeof DecorateType;

/**
 * The object of a field, as the service gave it. type-graphql's own makes an instance of the class for each field and copies the
 * object into it, what is computed only where it is asked for included; no type of ours has methods that would need that.
 */
export const Root = (): ParameterDecorator =>
  createParameterDecorator(({ root }) => root as unknown) as ParameterDecorator;
