/** The decorator by which schema classes say for which contracts they are (decision 73); it prints as federation's `@tag`. */
import { Directive } from "./type-graphql.js";

/** Tags that the product's own classes write; schema/contracts.json takes and leaves them. */
export type OwnTag = "partner" | "signed-in";

/** Tags a type with all its fields, or one field. */
export const Tag = (name: OwnTag): ClassDecorator & PropertyDecorator & MethodDecorator =>
  Directive(`@tag(name: ${JSON.stringify(name)})`) as ClassDecorator & PropertyDecorator & MethodDecorator;
