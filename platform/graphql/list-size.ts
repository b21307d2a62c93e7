/** How long a list may be that takes no `first`: what a document costs is counted with it before anything is asked. */
import { Directive } from "./classes/index.js";

/** Declares the most items of a list, where it may have more than 10 (`@listSize`, GraphQL Cost Directives specification). */
export const ListSize = (mostItems: number): PropertyDecorator & MethodDecorator =>
  Directive(`@listSize(assumedSize: ${mostItems})`) as PropertyDecorator & MethodDecorator;
