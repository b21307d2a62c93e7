/** Mutants of subscriptions: who is told what, from where, and until when. */
import { mutantsOf, type CodeMutant } from "../code-mutant.js";

const LIVE = { file: "test/e2e/subscriptions.test.ts" };

export const LIVE_MUTANTS: readonly CodeMutant[] = [
  ...mutantsOf("gateway/live/live.ts", LIVE, [
    ["one viewer may open any number", "(counts.get(client) ?? 0) >= limits.ofOne", "false"],
    ["a subscription outlives its token", "if (endsAt !== undefined) {", "if (false) {"],
    ["who left is counted on", "count(client, -1);", ""],
    [
      "who comes again is told nothing of what happened meanwhile",
      "opened.begin(isQuiet && !at.isTold)",
      "opened.begin(since !== undefined)",
    ],
    ["the id of an event is good for another record", "filter: live.key ?? null", "filter: null"],
  ]),
  ...mutantsOf("gateway/live/subscription.ts", LIVE, [
    ["who may read nothing more waits on", "await this.end({ answer });\n      return false;", "return false;"],
    ["what did not change is told again", "const isNews = hash !== this.last;", "const isNews = true;"],
  ]),
  ...mutantsOf("gateway/live/journals.ts", LIVE, [
    ["steps that are not settled are not told", "[...(steps ?? []), ...ahead]", "[...(steps ?? [])]"],
    ["every follower is told of every step", "news.flatMap(placesOfStep)", "[...this.waiting.keys()]"],
  ]),
];
