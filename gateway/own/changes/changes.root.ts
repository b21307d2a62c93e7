/** The root field `changes`. */
import { checkWithin } from "../../../platform/graphql/bounds.js";
import { mergeChanges, type AskService, type ChangesArgs, type MergedChanges } from "./merge-changes.js";

/** Services that tell of changes, and how to ask them. */
export interface Feed {
  readonly services: readonly string[];
  readonly ask: AskService;
}

/** The next piece of the feed. Throws BAD_USER_INPUT for `first` outside 1-500 and for a cursor that the feed did not give. */
export const changesOf = async (args: ChangesArgs, { services, ask }: Feed): Promise<MergedChanges> => {
  checkWithin("first", args.first, { min: 1, max: 500 });
  return mergeChanges(services, args, ask);
};
