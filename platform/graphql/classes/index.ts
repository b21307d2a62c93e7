/** What schema classes are written with: decorators of types and fields, of disclosure, and the builder of their schema. */
export { buildClasses, type BuiltClasses, type SchemaClasses } from "./build-classes.js";
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
  ObjectType,
  Query,
  Resolver,
  Root,
  createUnionType,
  type ClassType,
} from "./type-graphql.js";
export {
  Aggregate,
  Authenticated,
  Closed,
  Open,
  OwnedRecord,
  Personal,
  PolicyGuard,
  Purpose,
  RequiresScopes,
  SameForAll,
  type Closure,
} from "./disclosure.js";
export { Tag } from "./tag.js";
export { Verb, VerbInput, type VerbOptions } from "./verb.js";
