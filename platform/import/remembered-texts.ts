/** Remembers texts in which nothing of a person was found: an agency's file says the same of many rows, and looking is most of an import's work. */

/** Most that is remembered of each kind, twice: those before stay until as many others came. */
const MOST = 2_000;
/** Longer ones are hardly said twice. */
const LONGEST = 300;

/** Remembers what a question about texts was answered with. */
export interface RememberedTexts {
  /** The answer, asked for where it is not remembered. */
  of(text: string, ask: () => boolean): boolean;
}

/** Creates an empty memory. */
export const createRememberedTexts = (): RememberedTexts => {
  let [recent, before] = [new Map<string, boolean>(), new Map<string, boolean>()];
  return {
    of(text, ask) {
      if (text.length > LONGEST) return ask();
      const known = recent.get(text);
      if (known !== undefined) return known;
      const answer = before.get(text) ?? ask();
      if (recent.size >= MOST) [recent, before] = [new Map(), recent];
      recent.set(text, answer);
      return answer;
    },
  };
};
