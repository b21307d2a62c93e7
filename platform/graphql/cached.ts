/** Which root fields a shared cache may keep the answer of, where nobody's token came with the request (decision 109). */
import { DirectiveLocation, GraphQLDirective, GraphQLInt } from "graphql";
import { Directive } from "./classes/index.js";

/** Apollo's directive, of which the seconds alone are read, at root fields, and of others that there are none. */
export const CACHE_CONTROL = new GraphQLDirective({
  name: "cacheControl",
  description: "Seconds for which anybody may keep what readers without a token are answered (可缓存时间).",
  locations: [DirectiveLocation.FIELD_DEFINITION],
  args: { maxAge: { type: GraphQLInt } },
});

/** Declares it of a root field whose arguments hold nothing secret. */
export const Cached = (seconds: number): MethodDecorator =>
  Directive(`@cacheControl(maxAge: ${seconds})`) as MethodDecorator;

/** Declares of a field that no answer with it is kept: what is withdrawn below it is gone at once, from caches too (C4). */
export const NeverCached = (): MethodDecorator => Cached(0);
